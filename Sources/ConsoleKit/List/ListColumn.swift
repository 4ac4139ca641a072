public import TextCanvas

/// One column of a list: where it stands, and what it says of a row.
public struct ListColumn<Row: Sendable>: Sendable {
    /// Heading, priority, width, alignment.
    public let column: TableColumn
    /// What it says of a row at a time (ages change while the row does not).
    public let cell: @Sendable (Row, WallTime) -> TableCell
    /// What rows are ordered by; nil to read the cell's text as a quantity, else as text.
    public let sortKey: (@Sendable (Row) -> SortKey)?
    /// True to leave the column out while it says nothing of any row.
    public let hidesWhenEmpty: Bool

    /// Makes a column.
    public init(
        _ id: ColumnID, _ heading: String, priority: ColumnPriority = .always, alignment: Alignment = .left,
        width: ColumnWidth = .fitting(min: 4, max: 24), hidesWhenEmpty: Bool = false,
        sortKey: (@Sendable (Row) -> SortKey)? = nil, cell: @escaping @Sendable (Row, WallTime) -> TableCell
    ) {
        self.column = TableColumn(id, heading: heading, priority: priority, alignment: alignment, width: width)
        self.cell = cell
        self.sortKey = sortKey
        self.hidesWhenEmpty = hidesWhenEmpty
    }

    /// The name.
    public var id: ColumnID { column.id }

    func key(of row: Row, _ now: WallTime) -> SortKey {
        if let sortKey { return sortKey(row) }
        let text = cell(row, now).text
        if text.isEmpty || text == "-" { return .missing }
        return Quantity.value(of: text).map(SortKey.number) ?? .text(text)
    }
}
