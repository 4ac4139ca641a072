/// Names an effect within its screen: a newer effect with the same key takes the place of the older, whose answer, if
/// it still comes, is dropped.
public struct EffectKey: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
    /// The name.
    public let rawValue: String

    /// Makes a key.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Makes a key from a literal.
    public init(stringLiteral value: String) {
        self.rawValue = value
    }
}
