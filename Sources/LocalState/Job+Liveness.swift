public import FeatureModel

extension Job {
    /// True while a worker holds the job and was heard of within the term.
    public func hasLivingWorker(at now: Timestamp, term: Duration) -> Bool {
        guard worker != nil, let heartbeatAt else { return false }
        return !LeaseTerm(duration: term).hasExpired(since: heartbeatAt, at: now)
    }
}
