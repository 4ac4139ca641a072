public import TextCanvas

/// Draws a list in each of its states: first load, rows, empty, nothing matches, failed.
public struct ListView<Row: Identifiable & Equatable & Sendable> where Row.ID: Sendable {
    private let state: ListState<Row>
    private let description: ListDescription<Row>
    /// True when the list has the focus, where a view has several panes.
    public var isFocused = true

    /// Makes a view.
    public init(_ state: ListState<Row>, _ description: ListDescription<Row>) {
        self.state = state
        self.description = description
    }

    /// Draws the list.
    public func draw(into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        if state.shown.isEmpty {
            drawEmpty(into: &canvas, in: rect, context)
            return
        }
        let matcher = state.filter.isEmpty ? nil : state.filter.matcher()
        var table = table(headings: context.tier > .extraSmall, glyphs: context.glyphs, now: context.now)
        table.isFocused = isFocused && context.isFocused
        table.isWide = context.isWide
        table.columnLimit = context.tier <= .extraSmall ? 3 : nil
        if let matcher { table.matches = { matcher.ranges(in: $0) } }
        table.draw(into: &canvas, in: rect)
    }

    func table(headings: Bool, glyphs: GlyphSet = .ascii, now: WallTime = WallTime(seconds: 0)) -> Table {
        let columns = description.columns.filter { !state.emptyColumns.contains($0.id) }
        let cells = Dictionary(uniqueKeysWithValues: columns.map { ($0.id, $0.cell) })
        var table = Table(columns: columns.map(\.column), rowCount: state.shown.count, glyphs: glyphs) { row, id in
            cells[id]?(state.rows[state.shown[row]], now) ?? .none
        }
        table.top = state.top
        table.cursor = state.cursor
        table.sort = state.sort
        table.columnOffset = state.columnOffset
        table.showsHeadings = headings
        table.isMarked = { state.marks.contains(state.rows[state.shown[$0]].id) }
        if let mark = description.mark { table.mark = { mark(state.rows[state.shown[$0]], glyphs) } }
        return table
    }

    private func drawEmpty(into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        switch state.load {
        case .never, .loading: drawSkeleton(into: &canvas, in: rect)
        case .failed(let problem, _, nil): drawLines(Self.lines(of: problem), into: &canvas, in: rect)
        case .fresh, .refreshing, .failed:
            if state.rows.isEmpty {
                drawLines(description.emptyLines.map { [TextRun($0)] }, into: &canvas, in: rect)
            } else {
                drawLines(hiddenLines(context), into: &canvas, in: rect)
            }
        }
    }

    /// Three dim rows, so that the first load looks like a list and not like an empty one.
    private func drawSkeleton(into canvas: inout Canvas, in rect: Rect) {
        for row in 0..<min(3, max(0, rect.height - 1)) {
            let width = min(rect.width - 8, 44 - row * 9)
            canvas.drawRule(
                at: Position(column: rect.column + 4, row: rect.row + 1 + row), width: width, glyph: ".", role: .faint)
        }
    }

    private static func lines(of problem: Problem) -> [[TextRun]] {
        let role: Role = problem.isUnsupported ? .muted : .error
        return [[TextRun(problem.message, role)]] + (problem.hint.map { [[TextRun($0)]] } ?? [])
    }

    private func hiddenLines(_ context: RenderContext) -> [[TextRun]] {
        let hidden = state.rows.count
        let key = context.keymap.keyName(for: .filter) ?? "/"
        return [
            [TextRun("Nothing matches this filter. \(hidden) \(hidden == 1 ? "row is" : "rows are") hidden by it.")],
            [TextRun("esc", .key), TextRun(" clears the filter      "), TextRun(key, .key), TextRun(" edits it")],
        ]
    }

    private func drawLines(_ lines: [[TextRun]], into canvas: inout Canvas, in rect: Rect) {
        let indent = min(6, max(1, rect.width / 12))
        var row = rect.row + (rect.height > lines.count + 1 ? 1 : 0)
        for line in lines {
            let text = line.map(\.text).joined()
            let width = rect.width - indent - 1
            let pieces =
                line.count > 1 ? [line] : TextFitting.wrapped(text, to: width).map { [TextRun($0, line[0].role)] }
            for piece in pieces where row < rect.endRow {
                canvas.draw(piece, at: Position(column: rect.column + indent, row: row), width: width)
                row += 1
            }
        }
    }
}
