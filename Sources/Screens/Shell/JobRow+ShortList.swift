import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension JobRow {
    /// The columns of jobs in the views of what they belong to.
    static func shortList(emptyLines: [String]) -> ListDescription<JobRow> {
        ListDescription(
            columns: [
                ListColumn("job", "JOB", width: .fitting(min: 8, max: 24)) { row, _ in
                    TableCell(row.id.rawValue, .strong)
                },
                ListColumn("status", "STATUS", width: .fitting(min: 9, max: 14)) { row, now in
                    TableCell(row.status, row.role(now))
                },
                ListColumn("sets", "FEATURE SETS", priority: .level(2), width: .flexible(min: 14)) { row, _ in
                    TableCell(row.featureSets)
                },
                ListColumn("store", "STORE", priority: .level(3), width: .fitting(min: 6, max: 16)) { row, _ in
                    TableCell(row.summary.job.store.rawValue)
                },
                ListColumn("rows", "ROWS/S", priority: .level(1), alignment: .right) { row, _ in
                    TableCell(CountText.rate(row.summary.rowsPerSecond), .number)
                },
                ListColumn("lag", "LAG", priority: .level(1), alignment: .right) { row, _ in
                    row.summary.job.lagSeconds.map { TableCell(AgeText.describe(seconds: $0), .time) } ?? .none
                },
            ],
            mark: { row, glyphs in
                row.summary.hasLostHeartbeat ? TableMark(glyphs.error, .error) : row.summary.job.status.mark(glyphs)
            },
            rank: { $0.rank }, emptyLines: emptyLines)
    }
}
