public import FeatureModel

/// Which jobs are meant. Every part that is set narrows the answer.
public struct JobQuery: Sendable, Hashable {
    /// Only those that feed this store.
    public var store: StoreName?
    /// Only those with this feature set.
    public var featureSet: FeatureSetReference?
    /// Without those that have ended.
    public var activeOnly: Bool

    /// Makes a query; without arguments: all of them.
    public init(store: StoreName? = nil, featureSet: FeatureSetReference? = nil, activeOnly: Bool = false) {
        self.store = store
        self.featureSet = featureSet
        self.activeOnly = activeOnly
    }
}
