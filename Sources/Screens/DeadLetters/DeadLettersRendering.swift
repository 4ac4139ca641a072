import ConsoleKit
import FeatureModel
import TextCanvas

extension DeadLettersScreen {
    /// The columns.
    static let list = ListDescription<LetterGroupRow>(
        columns: [
            ListColumn("count", "COUNT", alignment: .right, width: .fitting(min: 6, max: 14), sortKey: count) {
                row, _ in
                TableCell(CountText.grouped(row.group.count), .strong)
            },
            ListColumn("reason", "REASON", width: .fitting(min: 12, max: 20)) { row, _ in
                TableCell(row.group.reason.rawValue, .error)
            },
            ListColumn("set", "SET", priority: .level(1), width: .flexible(min: 14)) { row, _ in
                row.group.featureSet.map { TableCell($0.description) } ?? .none
            },
            ListColumn("store", "STORE", priority: .level(2), width: .fitting(min: 6, max: 20)) { row, _ in
                row.group.store.map { TableCell($0.rawValue) } ?? .none
            },
            ListColumn("last", "LAST", priority: .level(2), alignment: .right, sortKey: last) { row, now in
                TableCell(now.age(of: row.group.last), .time)
            },
            ListColumn("first", "FIRST", priority: .level(4), alignment: .right) { row, now in
                TableCell(now.age(of: row.group.first), .time)
            },
        ],
        emptyLines: [
            "No row was set aside.", "Rows that cannot be stored come here, each alone, with the reason.",
            "larder dead-letters list",
        ])

    /// Draws the groups.
    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        ListView(state.list, Self.list).draw(into: &canvas, in: rect, context)
    }

    /// The keys of the groups.
    static let keys = Keymap(LetterKeys.orders)

    /// The keys of the groups.
    var keymap: Keymap { Self.keys }

    private static let count: @Sendable (LetterGroupRow) -> SortKey = { .number(Double($0.group.count)) }
    private static let last: @Sendable (LetterGroupRow) -> SortKey = { .number(-Double($0.group.last.seconds)) }
}
