/// A grid of cells to draw into. A value: two canvases are equal when they would look the same.
///
/// Drawing outside of it is clipped, never an error. Text is drawn safely: control characters and anything else that
/// could steer a terminal appear escaped (`\x1b`). Overwriting one half of a wide glyph blanks the other half.
public struct Canvas: Sendable, Hashable {
    /// The extent in cells.
    public private(set) var size: Size
    /// Where the terminal's own cursor goes, so that screen readers and magnifiers follow it; nil hides it.
    public var cursor: Position?
    private var cells: [Cell]

    /// Makes an empty canvas.
    public init(size: Size) {
        self.size = size
        self.cells = Array(repeating: .blank, count: size.columns * size.rows)
    }

    /// The rectangle of the whole canvas.
    public var bounds: Rect { Rect(size) }

    /// The cell at a position; a blank one outside of the canvas.
    public subscript(position: Position) -> Cell {
        get { contains(position) ? cells[position.row * size.columns + position.column] : .blank }
        set {
            guard contains(position) else { return }
            let index = position.row * size.columns + position.column
            if cells[index].isContinuation != newValue.isContinuation || isWide(index) { separate(index, position) }
            cells[index] = newValue
        }
    }

    /// Draws text to the right of a position, on one row.
    ///
    /// - Parameters:
    ///   - text: what to draw; whatever could steer a terminal is escaped.
    ///   - position: the first cell; it may lie left of the canvas, what is outside is clipped.
    ///   - role: what the text means.
    ///   - surface: the role that lends the background; nil means the role's own.
    ///   - width: the columns that may be used, counted from `position`; nil for all there are.
    /// - Returns: the columns that the text took, clipped ones included.
    @discardableResult
    public mutating func draw(
        _ text: String, at position: Position, role: Role = .text, surface: Role? = nil, width: Int? = nil
    ) -> Int {
        let end = min(size.columns, width.map { position.column + max(0, $0) } ?? size.columns)
        var column = position.column
        guard position.row >= 0 && position.row < size.rows else { return 0 }
        for glyph in Glyphs(text) {
            if column + glyph.columns > end { break }
            place(glyph, Position(column: column, row: position.row), role, surface)
            column += glyph.columns
        }
        return column - position.column
    }

    /// Draws runs of text one after the other, on one row; returns the columns taken.
    @discardableResult
    public mutating func draw(_ runs: [TextRun], at position: Position, surface: Role? = nil, width: Int? = nil) -> Int
    {
        var taken = 0
        for run in runs {
            let left = width.map { $0 - taken }
            if let left, left <= 0 { break }
            let start = Position(column: position.column + taken, row: position.row)
            taken += draw(run.text, at: start, role: run.role, surface: surface, width: left)
        }
        return taken
    }

    /// Fills a rectangle with one single-width glyph.
    public mutating func fill(_ rect: Rect, with glyph: String = " ", role: Role = .text, surface: Role? = nil) {
        forEachPosition(in: rect) { canvas, position in
            canvas[position] = Cell(text: glyph, role: role, surface: surface)
        }
    }

    /// Draws a horizontal rule of single-width glyphs.
    public mutating func drawRule(at position: Position, width: Int, glyph: String, role: Role = .faint) {
        fill(Rect(column: position.column, row: position.row, width: width, height: 1), with: glyph, role: role)
    }

    /// Gives every cell of a rectangle the background of a role (the cursor's row), keeping text and roles.
    public mutating func setSurface(_ surface: Role?, in rect: Rect) {
        forEachPosition(in: rect) { canvas, position in
            canvas.cells[position.row * canvas.size.columns + position.column].surface = surface
        }
    }

    /// Gives every cell of a rectangle a role, keeping the text.
    public mutating func setRole(_ role: Role, in rect: Rect) {
        forEachPosition(in: rect) { canvas, position in
            canvas.cells[position.row * canvas.size.columns + position.column].role = role
        }
    }

    /// Takes over a rectangle of another canvas, and its cursor, as far as both canvases reach.
    public mutating func copy(_ other: Canvas, in rect: Rect) {
        forEachPosition(in: rect.intersection(other.bounds)) { canvas, position in
            canvas.cells[position.row * canvas.size.columns + position.column] = other[position]
        }
        if let cursor = other.cursor { self.cursor = cursor }
    }

    /// The cells of one row, from the left; empty outside of the canvas.
    public func row(_ row: Int) -> ArraySlice<Cell> {
        guard row >= 0 && row < size.rows else { return [] }
        return cells[row * size.columns..<(row + 1) * size.columns]
    }

    private mutating func place(_ glyph: Glyph, _ position: Position, _ role: Role, _ surface: Role?) {
        guard position.column >= 0 else {
            if position.column + glyph.columns > 0 { self[Position(column: 0, row: position.row)] = .blank }
            return
        }
        self[position] = Cell(text: glyph.text, role: role, surface: surface)
        guard glyph.columns == 2 else { return }
        let right = Position(column: position.column + 1, row: position.row)
        self[right] = Cell(text: " ", role: role, surface: surface)
        cells[right.row * size.columns + right.column] = Cell(
            text: "", role: role, surface: surface, isContinuation: true)
    }

    /// Blanks the half that would be left alone when one half of a wide glyph is overwritten.
    private mutating func separate(_ index: Int, _ position: Position) {
        if cells[index].isContinuation && position.column > 0 {
            cells[index - 1].text = " "
        } else if isWide(index) {
            cells[index + 1].text = " "
            cells[index + 1].isContinuation = false
        }
    }

    private func isWide(_ index: Int) -> Bool {
        (index + 1) % size.columns != 0 && cells[index + 1].isContinuation && !cells[index].isContinuation
    }

    private mutating func forEachPosition(in rect: Rect, _ body: (inout Canvas, Position) -> Void) {
        let visible = rect.intersection(bounds)
        for row in visible.row..<visible.endRow {
            for column in visible.column..<visible.endColumn { body(&self, Position(column: column, row: row)) }
        }
    }

    private func contains(_ position: Position) -> Bool {
        position.column >= 0 && position.row >= 0 && position.column < size.columns && position.row < size.rows
    }
}
