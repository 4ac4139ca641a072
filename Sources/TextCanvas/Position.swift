/// A cell's place, counted from the top left corner (0, 0).
public struct Position: Sendable, Hashable {
    /// The column, rightwards from 0.
    public var column: Int
    /// The row, downwards from 0.
    public var row: Int

    /// Makes a position; it may lie outside of any canvas, drawing there is clipped.
    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}
