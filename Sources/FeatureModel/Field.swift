/// A named value of a row as it travels; entities and features side by side.
public struct Field: Sendable, Hashable {
    /// The entity's or feature's name.
    public var name: String
    /// The value; nil is null.
    public var value: FeatureValue?

    /// Makes a field.
    public init(name: String, value: FeatureValue?) {
        self.name = name
        self.value = value
    }
}
