/// The name of a kind of view, as in commands and the catalogue: `stores`, `store`.
public struct ViewID: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
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
}
