import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension StoresScreen {
    /// The columns.
    static let list = ListDescription<StoreRow>(
        columns: [
            ListColumn("name", "NAME", width: .flexible(min: 12)) { row, _ in TableCell(row.id.rawValue, .strong) },
            ListColumn("state", "STATE", width: .fitting(min: 5, max: 9)) { row, _ in
                TableCell(row.summary.health.state.word, row.summary.health.state.role)
            },
            ListColumn("type", "TYPE", priority: .level(1), width: .fitting(min: 5, max: 14)) { row, _ in
                TableCell(row.summary.type)
            },
            ListColumn("sets", "SETS", priority: .level(2), alignment: .right) { row, _ in
                TableCell("\(row.summary.featureSets.count)", .number)
            },
            ListColumn("jobs", "JOBS", priority: .level(2), alignment: .right, sortKey: running) { row, _ in
                let isShort = row.summary.jobsRunning < row.summary.jobsTotal
                return TableCell(row.jobs, isShort ? .warn : .number)
            },
            ListColumn("rows", "ROWS/S", priority: .level(3), alignment: .right, sortKey: rate) { row, _ in
                let isDown = row.summary.health.state == .down
                return isDown ? TableCell("?", .unknown) : TableCell(CountText.rate(row.summary.rowsPerSecond), .number)
            },
            ListColumn(
                "holds", "HOLDS", priority: .level(4), alignment: .right, width: .fitting(min: 5, max: 16),
                sortKey: holdings
            ) { row, _ in TableCell(row.holdings, .number) },
            ListColumn(
                "latency", "LATENCY", priority: .level(3), alignment: .right, sortKey: latency
            ) { row, _ in
                TableCell(LatencyText.of(row.summary.health.latencyMilliseconds), .time)
            },
            ListColumn(
                "subscriptions", "SUBSCRIPTIONS", priority: .level(5), width: .fitting(min: 13, max: 32)
            ) { row, _ in TableCell(row.subscriptions, .muted) },
            ListColumn("endpoint", "ENDPOINT", priority: .wideOnly, width: .fitting(min: 8, max: 40)) { row, _ in
                row.summary.endpoint.map { TableCell($0) } ?? .none
            },
            ListColumn("updated", "UPDATED", priority: .wideOnly, alignment: .right) { row, now in
                TableCell(now.age(of: row.summary.health.checkedAt), .time)
            },
        ],
        mark: { row, glyphs in row.summary.health.state.mark(glyphs) },
        rank: { $0.rank },
        emptyLines: [
            "No store is configured in this workspace.",
            "larder stores apply -f store.yaml   registers one; a store in larder.yaml is there at every start.",
            "larder demo   makes a workspace with two stores and a month of real rows.",
        ])

    /// Draws the list.
    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        ListView(state.list, Self.list).draw(into: &canvas, in: rect, context)
    }

    private static let running: @Sendable (StoreRow) -> SortKey = { .number(Double($0.summary.jobsRunning)) }

    private static let rate: @Sendable (StoreRow) -> SortKey = { row in
        row.summary.rowsPerSecond.map(SortKey.number) ?? .missing
    }

    private static let holdings: @Sendable (StoreRow) -> SortKey = { row in
        row.summary.holdings.map { .number(Double($0)) } ?? .missing
    }

    private static let latency: @Sendable (StoreRow) -> SortKey = { row in
        row.summary.health.latencyMilliseconds.map(SortKey.number) ?? .missing
    }
}
