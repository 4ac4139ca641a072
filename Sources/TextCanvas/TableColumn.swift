/// One column of a table, without its contents.
public struct TableColumn: Sendable, Hashable {
    /// The name.
    public let id: ColumnID
    /// What stands above it, with the unit: `ROWS/S`.
    public let heading: String
    /// When it is dropped.
    public let priority: ColumnPriority
    /// The side to which its text leans; numbers to the right.
    public let alignment: Alignment
    /// How wide it is.
    public let width: ColumnWidth

    /// Makes a column.
    public init(
        _ id: ColumnID, heading: String, priority: ColumnPriority = .always, alignment: Alignment = .left,
        width: ColumnWidth = .fitting(min: 4, max: 24)
    ) {
        self.id = id
        self.heading = heading
        self.priority = priority
        self.alignment = alignment
        self.width = width
    }
}
