public import FeatureModel

/// A feature set with everything a list or a detail view shows of it.
public struct FeatureSetSummary: Sendable, Hashable {
    /// What the registry keeps.
    public let record: RegisteredFeatureSet
    /// The stores that subscribe to it, in the order of the configuration.
    public let stores: [StoreName]
    /// The jobs that feed it and have not ended.
    public let jobs: [JobID]
    /// Rows of it set aside in the last 24 hours.
    public let deadLetters24h: Int64
    /// What is not in order, a sentence each: no subscriber, no running job.
    public let problems: [String]

    /// Makes a summary.
    public init(
        record: RegisteredFeatureSet, stores: [StoreName], jobs: [JobID], deadLetters24h: Int64, problems: [String]
    ) {
        self.record = record
        self.stores = stores
        self.jobs = jobs
        self.deadLetters24h = deadLetters24h
        self.problems = problems
    }
}
