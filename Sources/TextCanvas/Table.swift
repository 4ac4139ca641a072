/// A table drawn from plain values. Only the rows in view are asked for, so the length of the list costs nothing.
///
/// The left gutter holds the cursor, the mark and the state's glyph; then come the columns: those that are never
/// dropped first, then by priority while there is room. The flexible column takes what is left.
public struct Table {
    /// The columns, in the order they are drawn.
    public var columns: [TableColumn]
    /// How many rows there are.
    public var rowCount: Int
    /// The first row in view.
    public var top = 0
    /// The row under the cursor; nil for none.
    public var cursor: Int?
    /// True when the table has the focus: its cursor is drawn with ``Role/cursor``, else ``Role/cursorIdle``.
    public var isFocused = true
    /// The order, for the mark in the heading.
    public var sort: SortOrder?
    /// How many droppable columns are scrolled out at the left.
    public var columnOffset = 0
    /// True to offer ``ColumnPriority/wideOnly`` columns too.
    public var isWide = false
    /// The most columns to draw (3 on the smallest windows); nil for no limit.
    public var columnLimit: Int?
    /// False on the smallest windows.
    public var showsHeadings = true
    /// True when rows are stale and drawn faint.
    public var isDimmed = false
    /// The marks to draw with.
    public var glyphs: GlyphSet
    /// What stands in a row and a column.
    public var cell: (_ row: Int, _ column: ColumnID) -> TableCell
    /// The state of a row; nil when the table has no state column.
    public var mark: ((_ row: Int) -> TableMark)?
    /// True for marked rows.
    public var isMarked: (_ row: Int) -> Bool = { _ in false }
    /// The columns of a text that match the filter, counted in terminal columns; nil when nothing is to be underlined.
    public var matches: ((_ text: String) -> [Range<Int>])?

    /// Makes a table.
    public init(
        columns: [TableColumn], rowCount: Int, glyphs: GlyphSet,
        cell: @escaping (_ row: Int, _ column: ColumnID) -> TableCell
    ) {
        self.columns = columns
        self.rowCount = rowCount
        self.glyphs = glyphs
        self.cell = cell
    }

    /// How many rows fit below the heading.
    public func pageHeight(in rect: Rect) -> Int {
        max(0, rect.height - (showsHeadings ? 1 : 0))
    }

    /// The row of the table at a position; nil beside the rows.
    public func row(at position: Position, in rect: Rect) -> Int? {
        let row = top + position.row - rect.row - (showsHeadings ? 1 : 0)
        guard rect.contains(position), position.row >= rect.row + (showsHeadings ? 1 : 0), row < rowCount else {
            return nil
        }
        return row
    }

    /// The column whose heading is at a position, for sorting by a click; nil beside the headings.
    public func heading(at position: Position, in rect: Rect) -> ColumnID? {
        guard showsHeadings, position.row == rect.row else { return nil }
        return layout(in: rect).placed.first { $0.columns.contains(position.column - rect.column) }?.column.id
    }

    /// Draws the headings and the rows in view; puts the canvas's cursor on the cursor's row when focused.
    public func draw(into canvas: inout Canvas, in rect: Rect) {
        guard !rect.isEmpty else { return }
        let layout = layout(in: rect)
        var body = rect
        if showsHeadings {
            drawHeadings(layout, into: &canvas, in: rect)
            body = rect.splitTop(1).rest
        }
        for line in 0..<body.height where top + line < rowCount {
            draw(row: top + line, layout, into: &canvas, at: Position(column: body.column, row: body.row + line), rect)
        }
    }

    private func drawHeadings(_ layout: TableLayout, into canvas: inout Canvas, in rect: Rect) {
        for placed in layout.placed {
            let isSorted = placed.column.id == sort?.column
            let text = heading(of: placed.column)
            let fitted = TextFitting.fitted(
                text, to: placed.columns.count, placed.column.alignment, mark: glyphs.ellipsis)
            canvas.draw(
                fitted, at: Position(column: rect.column + placed.columns.lowerBound, row: rect.row),
                role: isSorted ? .columnSorted : .columnHead)
        }
        guard layout.hiddenCount > 0 else { return }
        let more = glyphs.more + String(layout.hiddenCount)
        canvas.draw(
            more, at: Position(column: rect.endColumn - DisplayWidth.columns(of: more), row: rect.row), role: .accent)
    }

    private func draw(row: Int, _ layout: TableLayout, into canvas: inout Canvas, at start: Position, _ rect: Rect) {
        let isCursor = row == cursor
        let isMarked = isMarked(row)
        if isMarked {
            canvas.draw(
                glyphs.marked, at: Position(column: start.column + (isCursor ? 1 : 0), row: start.row), role: .mark)
        }
        if isCursor { canvas.draw(glyphs.cursor, at: start, role: .accent) }
        if let mark = mark?(row) {
            canvas.draw(mark.glyph, at: Position(column: start.column + 2, row: start.row), role: mark.role, width: 1)
        }
        for placed in layout.placed {
            draw(cell(row, placed.column.id), placed, isMarked, into: &canvas, start)
        }
        guard isCursor else { return }
        canvas.setSurface(
            isFocused ? .cursor : .cursorIdle,
            in: Rect(column: rect.column, row: start.row, width: rect.width, height: 1))
        if isFocused { canvas.cursor = start }
    }

    private func draw(
        _ cell: TableCell, _ placed: TableLayout.PlacedColumn, _ isMarked: Bool, into canvas: inout Canvas,
        _ start: Position
    ) {
        let width = placed.columns.count
        var text = cell.text
        if case .flexible = placed.column.width {
            text = TextFitting.truncatedInMiddle(text, to: width, mark: glyphs.ellipsis)
        }
        text = TextFitting.truncated(text, to: width, mark: glyphs.ellipsis)
        let indent = placed.column.alignment == .right ? width - DisplayWidth.columns(of: text) : 0
        let position = Position(column: start.column + placed.columns.lowerBound + indent, row: start.row)
        let role: Role = isDimmed ? .faint : (isMarked && cell.role == .text ? .mark : cell.role)
        canvas.draw(text, at: position, role: role)
        for range in matches?(text) ?? [] {
            canvas.setRole(
                .match,
                in: Rect(column: position.column + range.lowerBound, row: position.row, width: range.count, height: 1))
        }
    }
}
