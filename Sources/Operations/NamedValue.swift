public import FeatureModel

/// A value with its name, such as one entity of a key.
public struct NamedValue: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The value; nil is null.
    public let value: FeatureValue?

    /// Makes a pair.
    public init(name: String, value: FeatureValue?) {
        self.name = name
        self.value = value
    }
}
