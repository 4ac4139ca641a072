public import FeatureModel

/// One entity row of a historical retrieval in a test: a time, and a key per feature set asked.
public struct HistoricalQuestion: Sendable {
    /// As of when.
    public let time: Timestamp
    /// The key for each feature set; nil where an entity is null.
    public let keys: [EntityKey?]

    /// Makes a question.
    public init(_ time: Timestamp, _ keys: EntityKey?...) {
        self.time = time
        self.keys = keys
    }
}
