public import FeatureModel

/// What a stored Redis value turned out to be.
public enum RedisValueOutcome: Sendable, Hashable {
    /// A row: one value per requested feature, in the order asked; nil is null or not stored. The time is
    /// ``FeatureModel/Timestamp/zero`` where the row carries none.
    case row(features: [FeatureValue?], eventTimestamp: Timestamp)
    /// A row of another shape than the feature set has now. It reads as a missing one, as in Feast.
    case mismatch(RedisValueMismatch, eventTimestamp: Timestamp)
}
