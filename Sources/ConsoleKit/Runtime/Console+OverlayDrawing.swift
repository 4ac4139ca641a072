import TextCanvas

extension Console {
    /// Draws what lies over the view.
    func drawOverlay(into canvas: inout Canvas, _ layout: ShellLayout, _ context: RenderContext) {
        switch shell.overlay {
        case .prompt(let prompt):
            drawCandidates(prompt, into: &canvas, layout)
            drawPrompt(prompt, into: &canvas, layout.message)
        case .confirmation(let pending) where pending.confirmation.level == .line:
            drawQuestion(pending, into: &canvas, layout.message)
        case .confirmation(let pending):
            pending.dialog(in: shell.size.columns).draw(into: &canvas, in: layout.body, glyphs: shell.glyphs)
        case .menu(let menu): drawMenu(menu, into: &canvas, layout.body)
        case .page, nil: return
        }
    }

    private func drawPrompt(_ prompt: Prompt, into canvas: inout Canvas, _ rect: Rect) {
        canvas.fill(rect)
        let start = Position(column: rect.column + 1, row: rect.row)
        let labelWidth = canvas.draw(prompt.label, at: start, role: .key)
        let problem = problem(of: prompt)
        let room = max(1, rect.width - labelWidth - 3)
        let before = DisplayWidth.columns(of: prompt.line.beforeCursor)
        let hidden = max(0, before - room + 1)
        let place = Position(column: start.column + labelWidth, row: rect.row)
        let taken = canvas.draw(
            TextFitting.dropping(columns: hidden, from: prompt.line.text), at: place,
            role: problem == nil ? .prompt : .warn, width: room)
        canvas.cursor = Position(column: place.column + before - hidden, row: rect.row)
        let behind = Position(column: place.column + taken, row: rect.row)
        if let ghost = ghost(prompt) {
            canvas.draw(ghost, at: behind, role: .ghost, width: room - taken)
        } else if let problem {
            canvas.draw("   " + problem, at: behind, role: .warn, width: room - taken)
        }
    }

    /// What is wrong with the filter being typed.
    private func problem(of prompt: Prompt) -> String? {
        guard case .filter = prompt.purpose, case .list(let surface) = views.top?.screen.focus else { return nil }
        return surface.filterProblem
    }

    private func drawCandidates(_ prompt: Prompt, into canvas: inout Canvas, _ layout: ShellLayout) {
        guard case .command = prompt.purpose else { return }
        let limit = min(8, layout.body.height)
        let first = max(0, min((prompt.picked ?? 0) - limit + 1, prompt.candidates.count - limit))
        let shown = Array(prompt.candidates.enumerated().dropFirst(first).prefix(limit))
        let top = layout.body.endRow - shown.count
        for (offset, element) in shown.enumerated() {
            let isPicked = element.offset == prompt.picked
            let row = Rect(column: layout.body.column, row: top + offset, width: layout.body.width, height: 1)
            canvas.fill(row)
            let word = TextFitting.fitted(element.element.word, to: 15, mark: shell.glyphs.ellipsis)
            let summary = TextFitting.fitted(element.element.summary, to: 34, mark: shell.glyphs.ellipsis)
            let runs = [
                TextRun(isPicked ? " \(shell.glyphs.cursor) " : "   ", .accent), TextRun(word + " ", .strong),
                TextRun(summary + " "), TextRun(element.element.remark, .muted),
            ]
            canvas.draw(runs, at: Position(column: row.column, row: row.row), width: row.width)
            if isPicked { canvas.setSurface(.cursor, in: row) }
        }
    }

    /// A question on one line: `Suspend ing-2b77? y/N`.
    private func drawQuestion(_ pending: PendingConfirmation, into canvas: inout Canvas, _ rect: Rect) {
        canvas.fill(rect)
        let title = pending.confirmation.title
        let text = title.hasSuffix("?") ? title : title + "?"
        let start = Position(column: rect.column + 1, row: rect.row)
        let shown = TextFitting.truncated(text, to: rect.width - 8, mark: shell.glyphs.ellipsis)
        let taken = canvas.draw([TextRun(shown, .danger), TextRun(" y/N ", .key)], at: start)
        canvas.cursor = Position(column: start.column + taken, row: rect.row)
    }

    private func drawMenu(_ menu: Menu, into canvas: inout Canvas, _ rect: Rect) {
        let labels = menu.items.map { DisplayWidth.columns(of: $0.label) }.max() ?? 0
        let height = max(1, rect.height - 2)
        let first = max(0, min(menu.selected - height + 1, menu.items.count - height))
        let room = max(8, Dialog.textWidth(in: rect.width) - labels - 4)
        let lines = menu.items.enumerated().dropFirst(first).prefix(height).map { index, item -> [TextRun] in
            let isSelected = index == menu.selected
            return [
                TextRun(isSelected ? shell.glyphs.cursor + " " : "  ", .accent),
                TextRun(
                    TextFitting.fitted(item.label, to: labels, mark: "") + "  ", item.refusal == nil ? .key : .faint),
                TextRun(
                    TextFitting.fitted(item.remark, to: min(room, 60), mark: shell.glyphs.ellipsis),
                    item.refusal == nil ? (isSelected ? .strong : .text) : .faint),
            ]
        }
        Dialog(title: menu.title, lines: lines).draw(into: &canvas, in: rect, glyphs: shell.glyphs)
        canvas.cursor = nil
    }
}
