public import FeatureModel

/// How a stored Redis value differs from the feature set as it is now.
public enum RedisValueMismatch: Sendable, Hashable, CustomStringConvertible {
    /// A row without names has another number of fields than the feature set has features: it was written before
    /// a feature was added or removed.
    case fieldCount(stored: Int, expected: Int)
    /// A stored value has not the type of its feature.
    case type(feature: String, stored: ValueType, expected: ValueType)

    /// One sentence for the operator.
    public var description: String {
        switch self {
        case .fieldCount(let stored, let expected):
            "the stored row has \(stored) fields, but the feature set has \(expected) features"
        case .type(let feature, let stored, let expected):
            "the stored row has \(stored.name) for \(feature), but the feature is \(expected.name)"
        }
    }
}
