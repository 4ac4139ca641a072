public import FeatureModel

/// A question for the newest values of some keys in one feature set.
public struct OnlineRequest: Sendable {
    /// The feature set.
    public let featureSet: FeatureSet
    /// The keys; duplicates are allowed.
    public let keys: [EntityKey]
    /// The features wanted, as places in ``FeatureSet/features``.
    public let features: [Int]

    /// Makes a request.
    public init(featureSet: FeatureSet, keys: [EntityKey], features: [Int]) {
        self.featureSet = featureSet
        self.keys = keys
        self.features = features
    }
}
