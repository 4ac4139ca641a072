import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension FeatureSetScreen {
    /// The columns of the schema's pane.
    static let schemaList = ListDescription<SchemaRow>(
        columns: [
            ListColumn("kind", "KIND", width: .fitting(min: 7, max: 8)) { row, _ in
                TableCell(row.kind.rawValue, row.role)
            },
            ListColumn("name", "NAME", width: .flexible(min: 12)) { row, _ in
                TableCell(row.id, row.kind == .removed ? .faint : .strong)
            },
            ListColumn("type", "TYPE", width: .fitting(min: 5, max: 12)) { row, _ in
                TableCell(row.type.name, row.kind == .removed ? .faint : .property)
            },
            ListColumn(
                "presence", "PRESENCE", priority: .level(2), width: .fitting(min: 8, max: 30), hidesWhenEmpty: true
            ) { row, _ in TableCell(row.constraint(["presence"])) },
            ListColumn(
                "shape", "SHAPE", priority: .level(3), width: .fitting(min: 5, max: 20), hidesWhenEmpty: true
            ) { row, _ in TableCell(row.constraint(["shape", "valuecount"])) },
            ListColumn(
                "domain", "DOMAIN", priority: .level(3), width: .fitting(min: 6, max: 28), hidesWhenEmpty: true
            ) { row, _ in TableCell(row.constraint(["domain"])) },
            ListColumn(
                "labels", "LABELS", priority: .level(4), width: .fitting(min: 6, max: 28), hidesWhenEmpty: true
            ) { row, _ in TableCell(row.labelText, .muted) },
        ],
        emptyLines: ["It has no features."])

    /// The columns of the stores' pane.
    static let storeList = ListDescription<FeatureSetStoreRow>(
        columns: [
            ListColumn("store", "STORE", width: .flexible(min: 10)) { row, _ in TableCell(row.id.rawValue, .strong) },
            ListColumn("state", "STATE", width: .fitting(min: 5, max: 9)) { row, _ in
                TableCell(row.summary.health.state.word, row.summary.health.state.role)
            },
            ListColumn("type", "TYPE", priority: .level(3), width: .fitting(min: 5, max: 14)) { row, _ in
                TableCell(row.summary.type)
            },
            ListColumn("job", "FED BY", priority: .level(1), width: .fitting(min: 8, max: 24)) { row, _ in
                row.job.map { TableCell($0.id.rawValue) } ?? TableCell("no job", .warn)
            },
            ListColumn("status", "STATUS", priority: .level(1), width: .fitting(min: 9, max: 14)) { row, now in
                row.job.map { TableCell($0.status, $0.role(now)) } ?? .none
            },
            ListColumn("lag", "LAG", priority: .level(2), alignment: .right) { row, _ in
                row.job?.summary.job.lagSeconds.map { TableCell(AgeText.describe(seconds: $0), .time) } ?? .none
            },
        ],
        mark: { row, glyphs in row.summary.health.state.mark(glyphs) },
        rank: { [.number(Double($0.summary.health.state.rank)), .text($0.id.rawValue)] },
        emptyLines: ["No store subscribes to it: its rows are stored nowhere."])

    /// The columns of the jobs' pane.
    static let jobList = JobRow.shortList(emptyLines: ["No job feeds it."])

    /// The problems' pane.
    static let problemList = ListDescription<ProblemRow>(
        columns: [
            ListColumn("problem", "PROBLEM", width: .fitting(min: 20, max: 400)) { row, _ in TableCell(row.text, .warn)
            }
        ],
        mark: { _, glyphs in TableMark(glyphs.error, .warn) }, emptyLines: ["Everything is in order."])
}
