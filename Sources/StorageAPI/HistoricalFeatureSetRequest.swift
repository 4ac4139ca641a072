public import FeatureModel

/// What a historical retrieval asks of one feature set.
public struct HistoricalFeatureSetRequest: Sendable, Hashable {
    /// The feature set.
    public let featureSet: FeatureSet
    /// The features wanted, as places in ``FeatureSet/features``, in the order of the answer.
    public let features: [Int]
    /// The max age that counts, in whole seconds; nil for unlimited. A feature row is used when it is *strictly* younger.
    public let maxAgeSeconds: Int64?

    /// Makes a request.
    public init(featureSet: FeatureSet, features: [Int], maxAgeSeconds: Int64?) {
        self.featureSet = featureSet
        self.features = features
        self.maxAgeSeconds = maxAgeSeconds
    }
}
