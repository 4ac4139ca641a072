public import FeatureModel

/// Some of the entity rows of a historical retrieval: what to ask, and as of when.
public struct EntityRowBatch: Sendable {
    /// The time of every question.
    public let timestamps: [Timestamp]
    /// For each feature set of the request, in its order: the key of every row. Nil where an entity is null, which
    /// never matches.
    public let keys: [[EntityKey?]]

    /// Makes a batch; every array in `keys` has as many elements as `timestamps`.
    public init(timestamps: [Timestamp], keys: [[EntityKey?]]) {
        self.timestamps = timestamps
        self.keys = keys
    }
}
