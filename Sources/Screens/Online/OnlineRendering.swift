import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension OnlineScreen {
    /// The columns.
    static let list = ListDescription<OnlineRow>(
        columns: [
            ListColumn("key", "KEY", priority: .level(5), width: .fitting(min: 6, max: 24), hidesWhenEmpty: true) {
                row, _ in TableCell(row.key, .muted)
            },
            ListColumn("feature", "FEATURE", width: .flexible(min: 14)) { row, _ in TableCell(row.feature, .strong) },
            ListColumn("type", "TYPE", priority: .level(3), width: .fitting(min: 5, max: 11)) { row, _ in
                TableCell(row.value.type.name, .property)
            },
            ListColumn("value", "VALUE", alignment: .right, width: .fitting(min: 8, max: 28)) { row, _ in row.stored },
            ListColumn("age", "AGE", priority: .level(1), alignment: .right) { row, _ in row.age },
            ListColumn("limit", "LIMIT", priority: .level(3), alignment: .right) { row, _ in
                row.value.maxAgeSeconds.map { TableCell(AgeText.describe(seconds: $0), .time) } ?? .none
            },
            ListColumn("state", "STATE", width: .fixed(10)) { row, _ in row.state },
            ListColumn("served", "SERVED", priority: .level(4), alignment: .right, width: .fitting(min: 6, max: 20)) {
                row, _ in TableCell(ValueText.short(row.value.served), ValueText.role(row.value.served))
            },
            ListColumn("event", "EVENT TIME", priority: .level(5), width: .fitting(min: 10, max: 20)) { row, _ in
                Self.moment(row.value.eventTimestamp)
            },
            ListColumn("written", "WRITTEN", priority: .wideOnly, width: .fitting(min: 7, max: 20)) { row, _ in
                Self.moment(row.value.createdTimestamp)
            },
        ],
        emptyLines: [
            "No value was asked for yet.", "Fill in the key and press enter.",
            "larder online get KEY=VALUE --features SET:*",
        ])

    /// What the title rule says: which store answered, how long it took, for how much.
    func title(_ state: State, _ context: RenderContext) -> ScreenTitle {
        guard let answer = state.answer else { return ScreenTitle(name, load: state.list.load) }
        let stores = Set(answer.values.map(\.store.rawValue)).sorted().joined(separator: ", ")
        let keys = CountText.of(Int64(state.asked?.keys.count ?? 0), "key")
        let features = CountText.of(Int64(answer.values.count), "feature")
        let tenths = Int64((answer.milliseconds * 10).rounded())
        return ScreenTitle(
            name, detail: stores.isEmpty ? [] : [TextRun("store \(stores)", .muted)], filter: state.list.filterText,
            load: context.tier < .large && state.list.load.problem == nil && !state.list.load.isWaiting
                ? nil : state.list.load,
            note: [TextRun("took \(tenths / 10).\(tenths % 10) ms, \(keys), \(features)", .muted)])
    }

    /// What can be copied.
    func copies(_ state: State) -> [CopyChoice] {
        guard let answer = state.answer, let asked = state.asked else { return [] }
        var choices: [CopyChoice] = []
        if let row = state.list.cursorRow {
            choices = [
                CopyChoice("feature", row.value.feature.description),
                CopyChoice("value as JSON", OnlineDocument.of(row.value).line),
            ]
        }
        choices.append(CopyChoice("all values as JSON", OnlineDocument.of(answer.values, asOf: answer.asOf).line))
        choices.append(CopyChoice("as command", asked.command))
        if let row = state.list.cursorRow {
            choices.append(CopyChoice("why as command", asked.whyCommand(row.value.feature)))
        }
        return choices
    }

    /// Draws the key or the form, the values, and the card.
    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        let places = layout(state, in: rect)
        if state.focus == .form {
            state.form.fields.fields(isFocused: context.isFocused).draw(
                into: &canvas, in: places.form, glyphs: context.glyphs)
        } else {
            drawKey(state, into: &canvas, in: places.form, context)
        }
        var list = ListView(state.list, Self.list)
        list.isFocused = state.focus == .values
        if state.list.load == .never {
            drawHint(into: &canvas, in: places.values)
        } else if !places.values.isEmpty {
            let cursor = canvas.cursor
            list.draw(into: &canvas, in: places.values, context)
            if state.focus != .values { canvas.cursor = cursor }
        }
        drawCard(state, into: &canvas, in: places.card, context)
    }

    /// The body has a size.
    func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {
        state.body = body
        state.tier = tier
        layOut(&state)
    }

    /// Tells the list how high it is.
    func layOut(_ state: inout State) {
        let place = layout(state, in: Rect(state.body)).values
        state.list.resized(to: Size(columns: place.width, rows: place.height), state.tier)
    }

    /// Where everything is.
    func layout(_ state: State, in rect: Rect) -> (form: Rect, values: Rect, card: Rect) {
        let wish = state.focus == .form ? state.form.fields.entries.count + (rect.height > 12 ? 1 : 0) : 1
        let most = state.tier <= .extraSmall ? 3 : max(3, rect.height * 2 / 3)
        var (form, rest) = rect.splitTop(min(wish, most))
        if state.focus == .form, form.height == wish, rect.height > 12 { form.height -= 1 }
        guard state.why != .closed, state.focus != .form else {
            return (form, rest, Rect(column: rest.column, row: rest.endRow, width: rest.width, height: 0))
        }
        let lines =
            if case .shown(let answer, _) = state.why { answer.steps.count + 3 } else { 4 }
        let card: Rect
        (rest, card) = rest.splitBottom(
            min(lines, state.tier <= .extraSmall ? rest.height - 1 : max(3, rest.height / 2)))
        return (form, rest, card)
    }

    /// Nothing was asked yet, so nothing is loading either.
    private func drawHint(into canvas: inout Canvas, in rect: Rect) {
        let indent = min(6, max(1, rect.width / 12))
        for (row, line) in Self.list.emptyLines.enumerated() where row + 1 < rect.height {
            canvas.draw(
                line, at: Position(column: rect.column + indent, row: rect.row + 1 + row), role: .muted,
                width: rect.width - indent)
        }
    }

    private func drawKey(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        let key = state.form.key.map { "\($0.name) = \(SafeText.escaped($0.text))" }.joined(separator: ", ")
        let time = state.asked?.at?.description ?? asOf?.description ?? "now"
        let enter = context.keymap.keyName(for: .open) ?? "enter"
        var runs = [
            TextRun(" key  ", .muted), TextRun(key, .strong), TextRun("    as of ", .muted), TextRun(time, .time),
        ]
        if context.tier > .extraSmall {
            runs += [TextRun("    "), TextRun(enter, .key), TextRun(" edit key", .keyLabel)]
        }
        canvas.draw(runs, at: Position(column: rect.column, row: rect.row), width: rect.width)
    }

    private static func moment(_ time: Timestamp?) -> TableCell {
        guard let time, time != .zero else { return .none }
        return TableCell(WallTime(time).timestampText, .time)
    }
}
