import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension NewExportScreen {
    /// The columns of the features to choose from.
    static let choiceList = ListDescription<FeatureChoiceRow>(
        columns: [
            ListColumn("feature", "FEATURE", width: .flexible(min: 16)) { row, _ in
                TableCell(row.id.description, row.obstacle == nil ? .strong : .faint)
            },
            ListColumn("type", "TYPE", priority: .level(3), width: .fitting(min: 5, max: 11)) { row, _ in
                TableCell(row.type.name, .property)
            },
            ListColumn("entities", "ENTITIES", priority: .level(2), width: .fitting(min: 8, max: 24)) { row, _ in
                TableCell(row.entities.joined(separator: ", "))
            },
            ListColumn("maxAge", "MAX AGE", priority: .level(4), alignment: .right) { row, _ in
                row.maxAgeSeconds.map { TableCell(AgeText.describe(seconds: $0), .time) } ?? .none
            },
            ListColumn("file", "IN THE FILE", priority: .level(1), width: .fitting(min: 11, max: 24)) { row, _ in
                row.missing.isEmpty
                    ? TableCell("yes", .ok) : TableCell("no \(row.missing.joined(separator: ", "))", .warn)
            },
        ],
        rank: { [.number($0.obstacle == nil ? 0 : 1)] },
        emptyLines: ["No feature set is registered.", "larder feature-sets apply -f FILE"])

    /// What the title rule says: the steps, and which one this is.
    func title(_ state: State, _ context: RenderContext) -> ScreenTitle {
        let steps = ExportStep.allCases.map { step -> TextRun in
            let text = "\(step.rawValue + 1) \(step.title)"
            return step == state.step ? TextRun("[\(text)]  ", .accent) : TextRun(text + "  ", .muted)
        }
        let filter = state.step == .features ? state.choices.filterText : ""
        return ScreenTitle(
            name, detail: context.tier <= .small ? [] : steps, filter: filter,
            note: [TextRun("step \(state.step.rawValue + 1)/\(ExportStep.allCases.count)", .strong)])
    }

    /// What can be copied: what the review shows.
    func copies(_ state: State) -> [CopyChoice] {
        let draft = state.draft
        guard !draft.rowsPath.isEmpty, !draft.features.isEmpty else { return [] }
        return [
            CopyChoice("as command", draft.command(absolute: absolute)),
            CopyChoice("features", draft.features.map(\.description).joined(separator: ",")),
        ]
    }

    /// Draws the present step.
    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        switch state.step {
        case .rows: drawRows(state, into: &canvas, in: rect, context)
        case .features: drawFeatures(state, into: &canvas, in: rect, context)
        case .time: drawTime(state, into: &canvas, in: rect, context)
        case .output: drawOutput(state, into: &canvas, in: rect, context)
        case .review: drawReview(state, into: &canvas, in: rect, context)
        }
    }

    /// The body has a size.
    func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {
        state.body = body
        state.tier = tier
        layOut(&state)
    }

    /// Tells the list how high it is.
    func layOut(_ state: inout State) {
        let place = listRect(in: Rect(state.body))
        state.choices.resized(to: Size(columns: place.width, rows: place.height), state.tier)
    }

    /// Where the list of features is.
    func listRect(in rect: Rect) -> Rect { rect.splitTop(1).rest }

    /// Where the form of the present step is.
    func formRect(_ state: State, in rect: Rect) -> Rect {
        let count = state.forms[state.step]?.entries.count ?? 0
        let head = state.step == .rows || rect.height < 9 ? 0 : 2
        let (_, rest) = rect.splitTop(head)
        return rest.splitTop(min(count, max(1, rest.height / 2))).top
    }

    private func drawForm(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) -> Rect {
        let place = formRect(state, in: rect)
        state.forms[state.step]?.fields(isFocused: context.isFocused).draw(
            into: &canvas, in: place, glyphs: context.glyphs)
        return rect.splitTop(place.endRow - rect.row).rest
    }

    private func drawRows(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        let rest = drawForm(state, into: &canvas, in: rect, context)
        let line = Position(column: rest.column + 1, row: rest.row + (rest.height > 3 ? 1 : 0))
        let below = rest.splitTop(line.row - rest.row + 1).rest
        switch state.file {
        case .none:
            canvas.draw(
                "One row per question: the entities' columns and a time. Enter looks at the file.", at: line,
                role: .muted,
                width: rest.width - 2)
        case .reading(let path, _): canvas.draw("reading \(path) ...", at: line, role: .busy, width: rest.width - 2)
        case .failed(_, let problem): ProblemText(problem).draw(into: &canvas, in: rest)
        case .known(_, let file):
            let time = file.timestampColumn.map { "times in \($0)" } ?? "no column looks like a time"
            let facts =
                "\(file.format.rawValue), \(CountText.bytes(file.bytes)), \(file.columns.count) columns, \(time)"
            canvas.draw(facts, at: line, role: file.timestampColumn == nil ? .warn : .muted, width: rest.width - 2)
            RowsGrid(columns: file.columns, rows: file.sample).draw(into: &canvas, in: below, context)
        }
    }

    private func drawFeatures(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        let sets = Set(state.features.map { "\($0.project?.rawValue ?? "")/\($0.featureSet ?? "")" }).count
        let chosen =
            state.features.isEmpty
            ? "none chosen; space chooses, * all in view"
            : "\(state.features.count) chosen from \(CountText.of(Int64(sets), "set"))"
        canvas.draw(
            [TextRun(" features  ", .muted), TextRun(chosen, .strong)],
            at: Position(column: rect.column, row: rect.row),
            width: rect.width)
        var list = ListView(state.choices, Self.choiceList)
        list.isFocused = true
        list.draw(into: &canvas, in: listRect(in: rect), context)
    }

    private func drawSummary(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        guard rect.height >= 9 else { return }
        let draft = state.draft
        KeyValueBlock([
            .init("entity rows", draft.rowsPath, .strong),
            .init("features", "\(draft.features.count)  (\(Self.perSet(draft.features)))", .strong),
        ]).draw(into: &canvas, in: rect.splitTop(2).top, glyphs: context.glyphs)
    }

    private func drawTime(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        drawSummary(state, into: &canvas, in: rect, context)
        let rest = drawForm(state, into: &canvas, in: rect, context)
        drawPreview(state, into: &canvas, in: rest, context)
    }

    private func drawOutput(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        drawSummary(state, into: &canvas, in: rect, context)
        let rest = drawForm(state, into: &canvas, in: rect, context)
        guard rest.height > 1 else { return }
        let text =
            "Relative paths begin at \(directory). The file appears when it is whole; one that exists is asked about."
        for (row, line) in TextFitting.wrapped(text, to: rest.width - 2).enumerated() where row + 1 < rest.height {
            canvas.draw(line, at: Position(column: rest.column + 1, row: rest.row + 1 + row), role: .muted)
        }
    }

    /// `card_txn 5, device_login 4`.
    static func perSet(_ features: [FeatureReference]) -> String {
        var counts: [(set: String, count: Int)] = []
        for set in features.map({ $0.featureSet ?? "any" }) {
            if let place = counts.firstIndex(where: { $0.set == set }) {
                counts[place].count += 1
            } else {
                counts.append((set, 1))
            }
        }
        return counts.map { "\($0.set) \($0.count)" }.joined(separator: ", ")
    }
}
