public import TextCanvas

/// What a list shows of its rows: a constant of the screen, shared by updating and drawing.
public struct ListDescription<Row: Sendable>: Sendable {
    /// The columns, in the order they are drawn.
    public let columns: [ListColumn<Row>]
    /// The sign of a row's state; nil for a list without states.
    public let mark: (@Sendable (Row, GlyphSet) -> TableMark)?
    /// The order while no column was picked: failures float, so worst state first, then the name. Nil keeps the order
    /// in which rows came.
    public let rank: (@Sendable (Row) -> [SortKey])?
    /// What an empty list says when nothing exists: a sentence, then how to make the first one.
    public let emptyLines: [String]

    /// Makes a description.
    public init(
        columns: [ListColumn<Row>], mark: (@Sendable (Row, GlyphSet) -> TableMark)? = nil,
        rank: (@Sendable (Row) -> [SortKey])? = nil, emptyLines: [String] = ["There is nothing here yet."]
    ) {
        self.columns = columns
        self.mark = mark
        self.rank = rank
        self.emptyLines = emptyLines
    }

    /// The names of the columns, for filters.
    public var columnIDs: [ColumnID] { columns.map(\.id) }

    func column(_ id: ColumnID) -> ListColumn<Row>? { columns.first { $0.id == id } }
}
