import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension LetterScreen {
    /// The columns of the payload's fields.
    static let fieldList = ListDescription<LetterFieldRow>(
        columns: [
            ListColumn("name", "FIELD", width: .fitting(min: 8, max: 30)) { row, _ in TableCell(row.field.name, .strong)
            },
            ListColumn("type", "TYPE", priority: .level(1), width: .fitting(min: 5, max: 11)) { row, _ in
                row.field.value.map { TableCell($0.type.name, .property) } ?? .none
            },
            ListColumn("value", "VALUE", width: .flexible(min: 12)) { row, _ in
                TableCell(ValueText.short(row.field.value), ValueText.role(row.field.value))
            },
        ],
        emptyLines: ["The payload has no field that could be read."])

    /// The keys of one letter.
    static let keys = Keymap(
        LetterKeys.orders + [
            KeyBinding(.paneNext, [.tab], label: "next pane", hint: 5),
            KeyBinding(.open, [.enter], label: "job", meaning: "the job that set it aside", hint: 10),
            KeyBinding(.logs, [.character("l")], label: "job", meaning: "the job that set it aside"),
            KeyBinding(
                .inspect, [.character("i")], label: "inspect", meaning: "its key in the online inspector", hint: 40),
            KeyBinding(.raw, [.character("y")], label: "bytes", meaning: "the pane of bytes"),
            KeyBinding(.describe, [.character("d")], label: "fields", meaning: "the pane of fields"),
        ])

    /// The keys of one letter.
    var keymap: Keymap { Self.keys }

    /// What the title rule says.
    func title(_ state: State, _ context: RenderContext) -> ScreenTitle {
        let detail = state.opened.map { opened in
            [
                TextRun(opened.letter.reason.rawValue, .error),
                TextRun(" \(context.now.age(of: opened.letter.at)) ago", .muted),
            ]
        }
        return ScreenTitle(name, detail: detail ?? [], load: state.load)
    }

    /// Draws what is wrong, the facts, the fields and the bytes.
    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        guard let opened = state.opened else {
            if let problem = state.load.problem {
                ProblemText(problem).draw(into: &canvas, in: rect)
            } else {
                canvas.draw("reading...", at: Position(column: rect.column + 1, row: rect.row), role: .muted)
            }
            return
        }
        let places = layout(state, in: rect)
        let lines = message(opened.letter, width: rect.width)
        let (error, facts) = places.head.splitTop(min(lines.count, places.head.height))
        for (row, line) in lines.enumerated() where row < error.height {
            let sign = row == 0 ? " \(context.glyphs.error) " : "   "
            canvas.draw(sign + line, at: Position(column: error.column, row: error.row + row), role: .error)
        }
        block(opened).draw(into: &canvas, in: facts, glyphs: context.glyphs)
        for pane in Pane.allCases { draw(pane, state, opened, into: &canvas, places.panes[pane.rawValue], context) }
    }

    /// The body has a size.
    func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {
        state.body = body
        state.tier = tier
        layOut(&state)
    }

    /// Tells the panes how high they are.
    func layOut(_ state: inout State) {
        let panes = layout(state, in: Rect(state.body)).panes.map { Size(columns: $0.body.width, rows: $0.body.height) }
        state.fields.resized(to: panes[Pane.fields.rawValue], state.tier)
        state.raw.resized(to: panes[Pane.raw.rawValue])
    }

    /// Where everything is.
    func layout(_ state: State, in rect: Rect) -> (head: Rect, panes: [PaneLayout.Pane]) {
        let wish = state.opened.map { opened in
            message(opened.letter, width: rect.width).count
                + block(opened).height(width: rect.width)
        }
        let (head, rest) = rect.splitTop(rect.height < 9 ? 2 : min(wish ?? 1, rect.height / 2))
        let wishes = [state.fields.rows.count + 1, nil] as [Int?]
        return (head, PaneLayout(in: rest, wishes: wishes, focus: state.focus.rawValue).panes)
    }

    private func message(_ letter: DeadLetter, width: Int) -> [String] {
        Array(TextFitting.wrapped(SafeText.escaped(letter.message), to: max(10, width - 4)).prefix(4))
    }

    private func block(_ opened: Opened) -> KeyValueBlock {
        let letter = opened.letter
        let position = letter.position.map { "partition \($0.partition), offset \($0.offset)" } ?? "-"
        let time = opened.payload.eventTimestamp.map { $0 == .zero ? "-" : $0.description } ?? "-"
        return KeyValueBlock(
            [
                .init("set aside", WallTime(letter.at).timestampText, .time),
                .init("feature set", letter.featureSet?.description ?? opened.payload.featureSet ?? "-", .link),
                .init("event time", time, .time), .init("store", letter.store?.rawValue ?? "-", .link),
                .init("job", letter.job?.rawValue ?? "none", .link), .init("step", letter.transform),
                .init("position", position), .init("ingestion", letter.ingestionID.rawValue),
                .init("size", CountText.bytes(Int64(letter.payload.count))), .init("replays", "\(letter.replays)"),
            ], columnCount: 2)
    }

    private func draw(
        _ pane: Pane, _ state: State, _ opened: Opened, into canvas: inout Canvas, _ place: PaneLayout.Pane,
        _ context: RenderContext
    ) {
        let isFocused = pane == state.focus
        if let rule = place.rule {
            TitleRule(left: title(of: pane, state, opened), isFocused: isFocused, isPane: true)
                .draw(into: &canvas, in: rule, glyphs: context.glyphs)
        }
        guard !place.body.isEmpty else { return }
        switch pane {
        case .fields:
            if let problem = opened.payload.problem, state.fields.rows.isEmpty {
                ProblemText(Problem(problem, isUnsupported: true)).draw(into: &canvas, in: place.body)
            } else {
                var list = ListView(state.fields, Self.fieldList)
                list.isFocused = isFocused
                list.draw(into: &canvas, in: place.body, context)
            }
        case .raw:
            state.raw.pane().draw(into: &canvas, in: place.body)
            if isFocused && canvas.cursor == nil {
                canvas.cursor = Position(column: place.body.column, row: place.body.row)
            }
        }
    }

    private func title(of pane: Pane, _ state: State, _ opened: Opened) -> [TextRun] {
        switch pane {
        case .fields:
            let problem = opened.payload.problem.map { [TextRun("  " + $0, .warn)] } ?? []
            return [TextRun("Payload", .title), TextRun(" [\(state.fields.rows.count)]", .muted)] + problem
        case .raw:
            let search = state.raw.search.isEmpty ? [] : [TextRun("  search: "), TextRun(state.raw.search, .accent)]
            return [TextRun("Bytes", .title), TextRun(" [\(opened.letter.payload.count)]", .muted)] + search
        }
    }
}
