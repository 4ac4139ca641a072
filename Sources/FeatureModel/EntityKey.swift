/// The key of one row: a value per entity, in ascending order of the entities' names (``FeatureSet/keyEntities``).
public struct EntityKey: Sendable, Hashable {
    /// The values. Their types count: `int32 5` and `int64 5` are different keys.
    public let values: [FeatureValue]

    /// Makes a key from values that already are in order.
    public init(_ values: [FeatureValue]) {
        self.values = values
    }
}
