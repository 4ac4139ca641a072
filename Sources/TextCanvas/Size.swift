/// The extent of a terminal or canvas, in cells.
public struct Size: Sendable, Hashable {
    /// Columns, at least 0.
    public var columns: Int
    /// Rows, at least 0.
    public var rows: Int

    /// Makes a size; negative extents become 0, so that layout arithmetic never has to check.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}
