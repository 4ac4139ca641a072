public import FeatureModel

/// A feature set's status that follows from its jobs.
public struct FeatureSetStatusChange: Sendable, Hashable {
    /// The feature set.
    public let featureSet: FeatureSetReference
    /// The status that was seen.
    public let from: FeatureSetStatus
    /// The status that it should have.
    public let to: FeatureSetStatus
    /// When the set that was seen had been changed last.
    public let updatedAt: Timestamp

    /// Makes a change.
    public init(
        featureSet: FeatureSetReference, from: FeatureSetStatus, to: FeatureSetStatus, updatedAt: Timestamp
    ) {
        self.featureSet = featureSet
        self.from = from
        self.to = to
        self.updatedAt = updatedAt
    }
}
