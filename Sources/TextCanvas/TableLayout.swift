/// Which columns of a table are drawn, and where.
struct TableLayout {
    /// A column and the terminal columns it covers, counted from the table's left edge.
    struct PlacedColumn {
        let column: TableColumn
        let columns: Range<Int>
    }

    let placed: [PlacedColumn]
    let hiddenCount: Int
}
