/// A name or id that is text, with a type of its own, so that a store's name is never taken for a job's id.
public protocol TextIdentifier: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible,
    ExpressibleByStringLiteral
where RawValue == String {
    /// Wraps text without judging it; ``NameRule`` says what may be registered.
    init(rawValue: String)
}

extension TextIdentifier {
    /// The text itself.
    public var description: String { rawValue }

    /// Wraps text; reads better than `init(rawValue:)`.
    public init(_ text: String) {
        self.init(rawValue: text)
    }

    /// Wraps a literal.
    public init(stringLiteral value: String) {
        self.init(rawValue: value)
    }

    /// Orders by the text's bytes.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
