/// By which column rows are ordered, and in which direction.
public struct SortOrder: Sendable, Hashable {
    /// The column.
    public var column: ColumnID
    /// True for the largest first.
    public var isDescending: Bool

    /// Makes an order.
    public init(_ column: ColumnID, descending: Bool = false) {
        self.column = column
        self.isDescending = descending
    }
}
