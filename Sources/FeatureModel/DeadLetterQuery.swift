/// Which dead letters are meant. Every part that is set narrows the answer.
public struct DeadLetterQuery: Sendable, Hashable {
    /// Only this reason.
    public var reason: DeadLetterReason?
    /// Only this feature set.
    public var featureSet: FeatureSetReference?
    /// Only those meant for this store.
    public var store: StoreName?
    /// Only those of this job.
    public var job: JobID?
    /// Only those that were set aside at or after this time.
    public var since: Timestamp?
    /// Only these ids.
    public var ids: Set<DeadLetterID>?

    /// Makes a query; without arguments: all of them.
    public init(
        reason: DeadLetterReason? = nil, featureSet: FeatureSetReference? = nil, store: StoreName? = nil,
        job: JobID? = nil, since: Timestamp? = nil, ids: Set<DeadLetterID>? = nil
    ) {
        self.reason = reason
        self.featureSet = featureSet
        self.store = store
        self.job = job
        self.since = since
        self.ids = ids
    }
}
