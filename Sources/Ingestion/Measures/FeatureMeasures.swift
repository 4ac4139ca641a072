/// What was seen of one feature in a window.
public struct FeatureMeasures: Sendable, Hashable {
    /// The feature's name.
    public let name: String
    /// Rows without a value.
    public let missing: Int
    /// Of the rows with a value: milliseconds from event time to writing. Empty where only counts are kept.
    public let valueLag: Distribution
    /// The values as numbers: booleans as 1 and 0, lists item by item. Nil for text and bytes, and where only counts
    /// are kept.
    public let values: Distribution?

    /// Makes measures.
    public init(name: String, missing: Int, valueLag: Distribution, values: Distribution?) {
        self.name = name
        self.missing = missing
        self.valueLag = valueLag
        self.values = values
    }
}
