public import FeatureModel

/// What a job is: the names under which its rows and dead letters are kept.
public struct IngestionIdentity: Sendable, Hashable {
    /// The job.
    public let job: JobID
    /// The store that it feeds.
    public let store: StoreName
    /// The source that it reads.
    public let source: SourceDefinition

    /// Makes an identity.
    public init(job: JobID, store: StoreName, source: SourceDefinition) {
        self.job = job
        self.store = store
        self.source = source
    }
}
