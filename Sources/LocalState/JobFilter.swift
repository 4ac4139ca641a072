public import FeatureModel

/// Which jobs are meant. Every part that is set narrows the answer; nothing matching is an empty answer, never
/// "everything" (spec section 12).
public struct JobFilter: Sendable, Hashable {
    /// Only jobs that feed this store.
    public var store: StoreName?
    /// Only jobs that feed this feature set.
    public var featureSet: FeatureSetReference?
    /// Only jobs that have not ended.
    public var isActive: Bool

    /// Makes a filter; without arguments: all jobs.
    public init(store: StoreName? = nil, featureSet: FeatureSetReference? = nil, isActive: Bool = false) {
        self.store = store
        self.featureSet = featureSet
        self.isActive = isActive
    }
}
