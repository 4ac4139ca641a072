/// A rectangle of cells.
public struct Rect: Sendable, Hashable {
    /// The leftmost column.
    public var column: Int
    /// The topmost row.
    public var row: Int
    /// Columns covered, at least 0.
    public var width: Int
    /// Rows covered, at least 0.
    public var height: Int

    /// Makes a rectangle; negative extents become 0.
    public init(column: Int, row: Int, width: Int, height: Int) {
        self.column = column
        self.row = row
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// The rectangle of a whole surface.
    public init(_ size: Size) {
        self.init(column: 0, row: 0, width: size.columns, height: size.rows)
    }

    /// The first column to the right of the rectangle.
    public var endColumn: Int { column + width }

    /// The first row below the rectangle.
    public var endRow: Int { row + height }

    /// True when no cell is covered.
    public var isEmpty: Bool { width == 0 || height == 0 }

    /// True when the position lies inside.
    public func contains(_ position: Position) -> Bool {
        (column..<endColumn).contains(position.column) && (row..<endRow).contains(position.row)
    }

    /// The cells that both rectangles cover; empty when they do not meet.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Rect(
            column: left, row: top, width: min(endColumn, other.endColumn) - left,
            height: min(endRow, other.endRow) - top)
    }

    /// Cuts rows off the top: the first part has `rows` rows (or all there are), the second what is left.
    public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
        let cut = min(max(0, rows), height)
        return (
            Rect(column: column, row: row, width: width, height: cut),
            Rect(column: column, row: row + cut, width: width, height: height - cut)
        )
    }

    /// Cuts rows off the bottom: the second part has `rows` rows (or all there are), the first what is left.
    public func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
        let cut = min(max(0, rows), height)
        let (rest, bottom) = splitTop(height - cut)
        return (rest, bottom)
    }

    /// Cuts columns off the left: the first part has `columns` columns (or all there are), the second what is left.
    public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
        let cut = min(max(0, columns), width)
        return (
            Rect(column: column, row: row, width: cut, height: height),
            Rect(column: column + cut, row: row, width: width - cut, height: height)
        )
    }

    /// The rectangle made smaller by the given number of cells on each side.
    public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
        Rect(column: column + columns, row: row + rows, width: width - 2 * columns, height: height - 2 * rows)
    }
}
