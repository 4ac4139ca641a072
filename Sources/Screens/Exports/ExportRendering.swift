import ConsoleKit
import FeatureModel
import TextCanvas

extension ExportScreen {
    /// The keys of an export's view.
    static let keys = Keymap(
        [
            KeyBinding(.paneNext, [.tab], label: "next pane", hint: 5),
            KeyBinding(
                .new, [.character("+"), .insert], label: "new from this", meaning: "ask for the same again, or changed",
                hint: 30, changesServer: true),
            KeyBinding(
                .jobStop, [.character("X")], label: "cancel", meaning: "cancel the export", hint: 35,
                changesServer: true),
            KeyBinding(.logs, [.character("l")], label: "log", meaning: "the log's pane"),
            KeyBinding(.describe, [.character("d")], label: "features", meaning: "the features' pane"),
        ] + JobScreen.logKeys)

    /// The keys of an export's view.
    var keymap: Keymap { Self.keys }

    /// Draws plan, progress and panes.
    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        guard let export = state.export else {
            if let problem = state.load.problem {
                ProblemText(problem).draw(into: &canvas, in: rect)
            } else {
                canvas.draw("reading...", at: Position(column: rect.column + 1, row: rect.row), role: .muted)
            }
            return
        }
        let places = layout(state, in: rect)
        drawHead(export, into: &canvas, in: places.head, context)
        for pane in Pane.allCases { draw(pane, state, into: &canvas, places.panes[pane.rawValue], context) }
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
        state.features.resized(to: panes[Pane.features.rawValue])
        state.log.resized(to: panes[Pane.log.rawValue])
    }

    /// Where everything is.
    func layout(_ state: State, in rect: Rect) -> (head: Rect, panes: [PaneLayout.Pane]) {
        let plan = state.export.map { block($0, now: WallTime(seconds: 0)).height(width: rect.width) } ?? 1
        let wish = 1 + (state.export?.error == nil ? 0 : 2) + plan
        let (head, rest) = rect.splitTop(rect.height < 9 ? 2 : min(wish, rect.height * 2 / 3))
        let lines = state.features.lines.count
        return (head, PaneLayout(in: rest, wishes: [lines, nil], focus: state.focus.rawValue).panes)
    }

    private func drawHead(_ export: Export, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        var (line, rest) = rect.splitTop(1)
        drawProgress(export, into: &canvas, in: line, context)
        if let error = export.error {
            let wrapped = TextFitting.wrapped(SafeText.escaped(error), to: rect.width - 4).prefix(2)
            for (row, text) in wrapped.enumerated() {
                (line, rest) = rest.splitTop(1)
                let sign = row == 0 ? " \(context.glyphs.error) " : "   "
                canvas.draw(
                    [TextRun(sign + text, .error)], at: Position(column: line.column, row: line.row), width: line.width)
            }
        }
        block(export, now: context.now).draw(into: &canvas, in: rest, glyphs: context.glyphs)
    }

    private func drawProgress(_ export: Export, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        let row = ExportRow(export: export)
        let mark = export.status.mark(context.glyphs)
        var column = rect.column + 1
        column += canvas.draw(
            [TextRun("\(mark.glyph) \(export.status.rawValue)  ", mark.role), TextRun(row.stage + "  ", .strong)],
            at: Position(column: column, row: rect.row), width: rect.width - 1)
        let rows =
            export.rows.map { "\(CountText.grouped(export.rowsDone)) of \(CountText.grouped($0)) rows" }
            ?? "\(CountText.grouped(export.rowsDone)) rows"
        let guess = row.remaining(context.now) == nil ? "" : "  \(row.guess(context.now)) left"
        column += canvas.draw(
            [TextRun(rows + guess + "  ", .number)], at: Position(column: column, row: rect.row),
            width: rect.endColumn - column)
        guard let fraction = row.fraction, rect.endColumn - column >= 10 else { return }
        let bar = Rect(column: column, row: rect.row, width: min(40, rect.endColumn - column - 1), height: 1)
        ProgressBar(fraction: fraction, role: export.status.role).draw(into: &canvas, in: bar, glyphs: context.glyphs)
    }

    private func block(_ export: Export, now: WallTime) -> KeyValueBlock {
        let request = export.request
        let elapsed = ExportRow(export: export).elapsed(now).map { AgeText.describe(seconds: $0) } ?? "-"
        let age =
            switch request.maxAgeOverrideSeconds {
            case nil: "as declared per set"
            case 0: "unlimited"
            case let seconds?: AgeText.describe(seconds: seconds)
            }
        return KeyValueBlock(
            [
                .init("entity rows", request.rowsPath), .init("output", request.outputPath),
                .init("event time", request.timestampColumn ?? "event_timestamp"), .init("max age", age),
                .init("store", export.store?.rawValue ?? "-", .link), .init("elapsed", elapsed, .time),
                .init("worker", export.worker.map { "\($0.host) pid \($0.pid)" } ?? "-"),
                .init("created", WallTime(export.createdAt).timestampText, .time),
            ] + export.files.map { .init("file", $0, .strong) }, columnCount: 2)
    }

    private func draw(
        _ pane: Pane, _ state: State, into canvas: inout Canvas, _ place: PaneLayout.Pane, _ context: RenderContext
    ) {
        let isFocused = pane == state.focus
        if let rule = place.rule {
            let count = state.features.lines.count
            let left =
                pane == .log
                ? state.log.title : [TextRun("Features", .title), TextRun(" [\(count)]", .muted)]
            TitleRule(left: left, right: pane == .log ? state.log.note : [], isFocused: isFocused, isPane: true)
                .draw(into: &canvas, in: rule, glyphs: context.glyphs)
        }
        guard !place.body.isEmpty else { return }
        switch pane {
        case .features: state.features.pane { _ in .link }.draw(into: &canvas, in: place.body)
        case .log: state.log.draw(into: &canvas, in: place.body)
        }
        if isFocused && canvas.cursor == nil {
            canvas.cursor = Position(column: place.body.column, row: place.body.row)
        }
    }
}
