/// How many columns of the terminal a column of the table gets.
public enum ColumnWidth: Sendable, Hashable {
    /// Always the same.
    case fixed(Int)
    /// As wide as the heading and the visible rows need, within bounds.
    case fitting(min: Int, max: Int)
    /// What the others leave, at least `min`; text is cut in the middle.
    case flexible(min: Int)
}
