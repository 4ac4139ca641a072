public import TextCanvas

extension Console {
    /// Draws what there is to see now. Tells the view its filter first, if it changed.
    public func frame() -> Canvas {
        tellFilter()
        var canvas = Canvas(size: shell.size)
        let layout = ShellLayout(shell.size)
        guard layout.tier > .tiny else {
            drawTiny(into: &canvas)
            return canvas
        }
        let context = renderContext
        drawChrome(into: &canvas, layout, context)
        drawView(into: &canvas, layout, context)
        drawOverlay(into: &canvas, layout, context)
        return canvas
    }

    /// The hint line in force.
    func hintLine() -> HintLine { HintLine(keymap) }

    private func drawChrome(into canvas: inout Canvas, _ layout: ShellLayout, _ context: RenderContext) {
        let interval = views.top.flatMap { timers.interval(of: $0.id) }
        let header = HeaderView(facts: shell.header, now: context.now, interval: interval)
        if layout.tier == .extraSmall {
            drawSmallHeader(header, into: &canvas, layout.header, context)
        } else {
            header.draw(into: &canvas, in: layout.header, layout.tier, hints: hintLine())
        }
        if let crumbs = layout.crumbs { CrumbLine(views.entries.map(\.screen.crumb)).draw(into: &canvas, in: crumbs) }
        MessageLine(notices: shell.notices, messagesKey: context.keymap.keyName(for: .messages))
            .draw(into: &canvas, in: layout.message, glyphs: shell.glyphs, tier: layout.tier)
        if let hints = layout.hints { hintLine().draw(into: &canvas, in: hints) }
    }

    private func drawView(into canvas: inout Canvas, _ layout: ShellLayout, _ context: RenderContext) {
        guard let top = views.top else { return }
        if case .page(let page) = shell.overlay {
            drawPage(page, into: &canvas, layout)
            return
        }
        if let title = layout.title {
            TitleView(
                title: top.screen.title(context), context: context, interval: timers.interval(of: top.id),
                frozenAt: top.frozenAt
            ).rule.draw(into: &canvas, in: title, glyphs: shell.glyphs)
        }
        var body = Canvas(size: shell.size)
        top.screen.render(into: &body, in: layout.body, context)
        canvas.copy(body, in: layout.body)
    }

    /// The smallest windows have one line for header and title: `prod-eu jobs 10/31 hist DEGRADED RW`.
    private func drawSmallHeader(
        _ header: HeaderView, into canvas: inout Canvas, _ rect: Rect, _ context: RenderContext
    ) {
        let title = views.top?.screen.title(context)
        let count = title?.count.map { " " + TitleView.text(of: $0).replacingOf } ?? ""
        var runs = [header.nameRun, TextRun(" \(views.top?.screen.crumb ?? "")\(count) ", .title)]
        if let worst = header.troubledFirst.first, worst.condition > .up {
            runs += [TextRun(worst.name + " ", .headerKey), worst.condition.run, TextRun(" ")]
        }
        canvas.fill(rect, role: .header)
        canvas.draw(runs, at: Position(column: rect.column, row: rect.row), width: rect.width - 3)
        canvas.draw([header.modeRun], at: Position(column: rect.endColumn - 3, row: rect.row))
        canvas.setSurface(.header, in: rect)
    }

    /// Below the smallest size: counts, the size needed, and how to leave; nothing is stopped.
    private func drawTiny(into canvas: inout Canvas) {
        let title = views.top?.screen.title(renderContext)
        let count = title?.count.map { " " + TitleView.text(of: $0) } ?? ""
        let lines = [
            "\(views.top?.screen.crumb ?? "larder")\(count)",
            "window \(shell.size.columns)x\(shell.size.rows), need 40x10", "q quits",
        ]
        for (row, line) in lines.enumerated() { canvas.draw(line, at: Position(column: 0, row: row)) }
    }

    private func drawPage(_ page: Page, into canvas: inout Canvas, _ layout: ShellLayout) {
        let last = min(page.lines.count, page.text.top + layout.body.height)
        let note = page.lines.isEmpty ? "" : "\(min(page.text.top + 1, last))-\(last) of \(page.lines.count)"
        if let title = layout.title {
            TitleRule(
                left: [TextRun(page.title, .title)], right: [TextRun(note, .muted), TextRun("  esc closes", .muted)]
            ).draw(into: &canvas, in: title, glyphs: shell.glyphs)
        }
        var pane = page.text.pane()
        pane.line = { page.lines[$0] }
        pane.draw(into: &canvas, in: layout.body)
        canvas.cursor = Position(column: layout.body.column, row: layout.body.row)
    }
}

extension String {
    /// Counts on the smallest windows: `10/31` for `10 of 31`.
    fileprivate var replacingOf: String {
        let parts = split(separator: " ")
        return parts.count == 3 && parts[1] == "of" ? "\(parts[0])/\(parts[2])" : self
    }
}
