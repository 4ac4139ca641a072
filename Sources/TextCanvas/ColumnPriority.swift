/// When a column is dropped as the window gets narrow.
public enum ColumnPriority: Sendable, Hashable {
    /// Never (`!` in the design's table).
    case always
    /// 1 is kept longest, 5 is the first to go.
    case level(Int)
    /// Only in wide mode.
    case wideOnly
}
