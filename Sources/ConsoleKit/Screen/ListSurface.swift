public import TextCanvas

/// What the shell knows of the list with the focus: for the filter prompt and the sort menu.
public struct ListSurface: Sendable, Hashable {
    /// A column to sort by.
    public struct Choice: Sendable, Hashable {
        /// The column.
        public let column: ColumnID
        /// Its heading.
        public let heading: String

        /// Makes a choice.
        public init(column: ColumnID, heading: String) {
            self.column = column
            self.heading = heading
        }
    }

    /// The filter as typed.
    public let filter: String
    /// What is wrong with it, while the last good one stays in force.
    public let filterProblem: String?
    /// The columns to sort by.
    public let sortChoices: [Choice]
    /// The present order.
    public let sort: SortOrder?

    /// Makes a surface; ``ListState/surface(_:)`` does it for a list.
    public init(filter: String, filterProblem: String?, sortChoices: [Choice], sort: SortOrder?) {
        self.filter = filter
        self.filterProblem = filterProblem
        self.sortChoices = sortChoices
        self.sort = sort
    }
}
