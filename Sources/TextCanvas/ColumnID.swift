/// The name of a column in filters, sort orders and configuration.
public struct ColumnID: RawRepresentable, Sendable, Hashable, Comparable, ExpressibleByStringLiteral {
    /// The name, lower case.
    public let rawValue: String

    /// Makes a name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Makes a name from a literal.
    public init(stringLiteral value: String) {
        self.rawValue = value
    }

    /// In the order of their names.
    public static func < (left: ColumnID, right: ColumnID) -> Bool { left.rawValue < right.rawValue }
}
