/// What rows are ordered by in one column. What is missing comes last in either direction.
public enum SortKey: Sendable, Hashable {
    case number(Double)
    case text(String)
    case missing

    /// True when this key comes before another.
    ///
    /// - Parameters:
    ///   - other: the other key.
    ///   - descending: true for the largest first.
    public func precedes(_ other: SortKey, descending: Bool) -> Bool {
        switch (self, other) {
        case (.missing, _): false
        case (_, .missing): true
        case (.number(let left), .number(let right)): descending ? left > right : left < right
        case (.text(let left), .text(let right)): descending ? left > right : left < right
        case (.number, .text): true
        case (.text, .number): false
        }
    }
}
