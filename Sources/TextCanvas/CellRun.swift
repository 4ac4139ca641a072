/// Neighbouring cells of one row that differ between two canvases.
public struct CellRun: Sendable, Hashable {
    /// The row.
    public let row: Int
    /// The columns; a run never begins or ends inside a wide glyph.
    public let columns: Range<Int>

    /// Makes a run.
    public init(row: Int, columns: Range<Int>) {
        self.row = row
        self.columns = columns
    }
}
