import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension NewExportScreen {
    /// Draws the rows that were joined for real, and what is to be said about them.
    func drawPreview(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        guard rect.height > 1 else { return }
        let (rule, body) = rect.splitTop(1)
        let key = context.keymap.keyName(for: .refresh) ?? "F5"
        TitleRule(
            left: [TextRun(Self.previewTitle(state.preview), .title)],
            right: [TextRun(key, .key), TextRun(" run again", .keyLabel)]
        ).draw(into: &canvas, in: rule, glyphs: context.glyphs)
        switch state.preview {
        case .none: break
        case .asking:
            canvas.draw("joining...", at: Position(column: body.column + 1, row: body.row), role: .busy)
        case .failed(let problem): ProblemText(problem).draw(into: &canvas, in: body)
        case .shown(let preview):
            let warnings = preview.warnings.prefix(max(0, body.height - 3))
            let (grid, below) = body.splitTop(min(preview.rows.count + 1, body.height - warnings.count))
            RowsGrid(columns: preview.columns, rows: preview.rows).draw(into: &canvas, in: grid, context)
            for (row, warning) in warnings.enumerated() {
                canvas.draw(
                    " \(context.glyphs.error) \(warning)", at: Position(column: below.column, row: below.row + row),
                    role: .warn, width: below.width)
            }
        }
    }

    /// Draws everything that was filled in, and the command that does the same.
    func drawReview(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        let draft = state.draft
        let request = draft.request(absolute: absolute, overwrites: false)
        let age = draft.overridesMaxAge ? draft.maxAge : "as declared per set"
        let block = KeyValueBlock([
            .init("entity rows", request.rowsPath, .strong),
            .init("features", "\(draft.features.count)  (\(Self.perSet(draft.features)))", .strong),
            .init("event time", draft.timeColumn ?? "event_timestamp"), .init("max age", age),
            .init("output", request.outputPath, .strong), .init("format", request.outputFormat.rawValue),
            .init("store", draft.store?.rawValue ?? "first that can"),
        ])
        let (top, rest) = rect.splitTop(min(block.pairs.count, max(1, rect.height - 2)))
        block.draw(into: &canvas, in: top, glyphs: context.glyphs)
        let enter = context.keymap.keyName(for: .open) ?? "enter"
        let ending: [TextRun] =
            state.isStarting
            ? [TextRun(" starting...", .busy)] : [TextRun(" "), TextRun(enter, .key), TextRun(" starts the export")]
        let (command, last) = rest.splitBottom(1)
        let text = "Same as:  " + draft.command(absolute: absolute)
        for (row, line) in TextFitting.wrapped(text, to: command.width - 2).enumerated() where row + 1 < command.height
        {
            canvas.draw(line, at: Position(column: command.column + 1, row: command.row + 1 + row), role: .muted)
        }
        canvas.draw(ending, at: Position(column: last.column, row: last.row), width: last.width)
        canvas.cursor = Position(column: last.column + 1, row: last.row)
    }

    private static func previewTitle(_ preview: PreviewState) -> String {
        guard case .shown(let shown) = preview else { return "Preview" }
        let tenths = Int64((shown.seconds * 10).rounded())
        let total = shown.totalRows.map { " of \(CountText.grouped($0))" } ?? ""
        let rows = CountText.of(Int64(shown.rows.count), "row")
        return "Preview, \(rows)\(total) joined in \(tenths / 10).\(tenths % 10) s"
    }
}
