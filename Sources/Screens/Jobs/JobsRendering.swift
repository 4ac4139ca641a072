import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension JobsScreen {
    /// The columns.
    static let list = ListDescription<JobRow>(
        columns: [
            ListColumn("job", "JOB", width: .fitting(min: 8, max: 24)) { row, _ in TableCell(row.id.rawValue, .strong)
            },
            ListColumn("status", "STATUS", width: .fitting(min: 9, max: 14)) { row, now in
                TableCell(row.status, row.role(now))
            },
            ListColumn("sets", "FEATURE SETS", priority: .level(1), width: .flexible(min: 14)) { row, _ in
                TableCell(row.featureSets)
            },
            ListColumn("rows", "ROWS/S", priority: .level(2), alignment: .right, sortKey: rate) { row, _ in
                TableCell(CountText.rate(row.summary.rowsPerSecond), .number)
            },
            ListColumn("lag99", "LAG99", priority: .level(3), alignment: .right, sortKey: lag99) { row, _ in
                row.summary.eventLag99.map { TableCell(LagText.of(milliseconds: $0), .time) } ?? .none
            },
            ListColumn("lag", "LAG", priority: .level(1), alignment: .right, sortKey: lag) { row, _ in
                row.summary.job.lagSeconds.map { TableCell(AgeText.describe(seconds: $0), .time) } ?? .none
            },
            ListColumn("dlq", "DLQ", priority: .level(2), alignment: .right) { row, _ in
                let count = row.summary.deadLetters24h
                return TableCell(CountText.grouped(count), count > 0 ? .warn : .number)
            },
            ListColumn("store", "STORE", priority: .level(3), width: .fitting(min: 6, max: 16)) { row, _ in
                TableCell(row.summary.job.store.rawValue)
            },
            ListColumn("age", "AGE", priority: .level(3), alignment: .right, sortKey: since) { row, now in
                TableCell(now.age(of: row.summary.statusSince), .time)
            },
            ListColumn("runner", "RUNNER", priority: .level(5), hidesWhenEmpty: true) { row, _ in
                TableCell(row.summary.job.worker.map { "\($0.host):\($0.pid)" } ?? "")
            },
            ListColumn("source", "SOURCE", priority: .wideOnly) { row, _ in TableCell(row.summary.job.source.type) },
            ListColumn("started", "STARTED", priority: .wideOnly) { row, _ in
                row.summary.job.startedAt.map { TableCell($0.description, .time) } ?? .none
            },
        ],
        mark: { row, glyphs in
            row.summary.hasLostHeartbeat ? TableMark(glyphs.error, .error) : row.summary.job.status.mark(glyphs)
        },
        rank: { $0.rank },
        emptyLines: [
            "There is no ingestion job yet.",
            "A job starts for each store that subscribes to a feature set with rows:",
            "larder ingest FILE --feature-set PROJECT/NAME    larder jobs reconcile",
        ])

    /// Draws the list.
    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        ListView(state.list, Self.list).draw(into: &canvas, in: rect, context)
    }

    private static let rate: @Sendable (JobRow) -> SortKey = { row in
        row.summary.rowsPerSecond.map(SortKey.number) ?? .missing
    }

    private static let lag: @Sendable (JobRow) -> SortKey = { row in
        row.summary.job.lagSeconds.map { .number(Double($0)) } ?? .missing
    }

    private static let lag99: @Sendable (JobRow) -> SortKey = { row in
        row.summary.eventLag99.map { .number(Double($0)) } ?? .missing
    }

    private static let since: @Sendable (JobRow) -> SortKey = { .number(-Double($0.summary.statusSince.seconds)) }
}
