import ConsoleKit
import FeatureModel
import TextCanvas

extension LettersScreen {
    /// The columns.
    static let list = ListDescription<LetterRow>(
        columns: [
            ListColumn("time", "TIME", width: .fitting(min: 4, max: 9), sortKey: time) { row, now in
                TableCell(now.age(of: row.at), .time)
            },
            ListColumn("set", "SET", width: .fitting(min: 8, max: 26)) { row, _ in
                row.featureSet.map { TableCell($0.description, .strong) } ?? .none
            },
            ListColumn("reason", "REASON", priority: .level(3), width: .fitting(min: 8, max: 19)) { row, _ in
                TableCell(row.reason.rawValue)
            },
            ListColumn("error", "ERROR", width: .flexible(min: 28)) { row, _ in TableCell(row.message, .error) },
            ListColumn("transform", "STEP", priority: .level(3), width: .fitting(min: 4, max: 10)) { row, _ in
                TableCell(row.transform)
            },
            ListColumn("job", "JOB", priority: .level(4), width: .fitting(min: 6, max: 20)) { row, _ in
                row.job.map { TableCell($0.rawValue) } ?? .none
            },
            ListColumn("store", "STORE", priority: .level(4), width: .fitting(min: 6, max: 16)) { row, _ in
                row.store.map { TableCell($0.rawValue) } ?? .none
            },
            ListColumn("size", "SIZE", priority: .wideOnly, alignment: .right) { row, _ in
                TableCell(CountText.bytes(Int64(row.size)), .number)
            },
            ListColumn("replays", "REPLAYS", priority: .wideOnly, alignment: .right) { row, _ in
                TableCell("\(row.replays)", .number)
            },
        ],
        emptyLines: ["No letter is left here.", "esc goes back to the groups"])

    /// How many were fetched of how many there are, and what a filter looks at.
    func title(_ state: State, _ context: RenderContext) -> ScreenTitle {
        let pile = state.pile
        let fetched = CountText.grouped(Int64(pile.list.rows.count))
        let isCapped = pile.isNarrowed && pile.hasMore
        let note = isCapped ? [TextRun("of the first \(fetched), narrow by :dead", .warn)] : []
        var title = pile.list.title(name, detail: query.title.isEmpty ? [] : [TextRun(query.title, .muted)], note: note)
        title.count?.hasMore = pile.hasMore
        return title
    }

    /// Draws the letters in view.
    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        ListView(state.pile.list, Self.list).draw(into: &canvas, in: rect, context)
    }

    /// The keys of the letters.
    static let keys = Keymap(
        LetterKeys.orders + [
            KeyBinding(.logs, [.character("l")], label: "job", meaning: "the job that set it aside", hint: 40)
        ])

    /// The keys of the letters.
    var keymap: Keymap { Self.keys }

    private static let time: @Sendable (LetterRow) -> SortKey = { .number(-Double($0.at.seconds)) }
}
