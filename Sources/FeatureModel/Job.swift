/// One ingestion job: it feeds one store from one source. The ledger's row is the truth about it.
public struct Job: Sendable, Hashable, Codable {
    /// The id.
    public let id: JobID
    /// Where its rows come from.
    public let source: SourceDefinition
    /// The store it feeds.
    public let store: StoreName
    /// The feature sets it was last started with, sorted.
    public var featureSets: [FeatureSetReference]
    /// What it should be doing.
    public var desired: DesiredJobState
    /// Counts orders to begin anew; a worker that sees a greater number than it started with ends, and is started again.
    public var generation: Int64
    /// What it is doing.
    public var status: JobStatus
    /// What it has done.
    public var counters: JobCounters
    /// Rows in the source that it has not read yet; nil where the source cannot tell.
    public var lagRows: Int64?
    /// Seconds between acceptance and now of the oldest row not yet answered for; nil where unknown or nothing waits.
    public var lagSeconds: Int64?
    /// The last thing that went wrong, in one sentence.
    public var lastError: String?
    /// When it was created.
    public let createdAt: Timestamp
    /// When its worker started last.
    public var startedAt: Timestamp?
    /// When its worker was heard of last.
    public var heartbeatAt: Timestamp?
    /// Its worker, while it has one.
    public var worker: WorkerIdentity?
    /// How often it was started again after its worker was lost.
    public var restarts: Int64
    /// How often in a row it has failed: its worker was lost, or it ended in `ERROR`.
    public var attempts: Int64
    /// When it is tried again; nil when nothing is to be waited for.
    public var retryAt: Timestamp?

    /// Makes a job that was just created: pending, with nothing done.
    public init(
        id: JobID, source: SourceDefinition, store: StoreName, featureSets: [FeatureSetReference], createdAt: Timestamp
    ) {
        self.id = id
        self.source = source
        self.store = store
        self.featureSets = featureSets
        self.desired = .running
        self.generation = 0
        self.status = .pending
        self.counters = JobCounters()
        self.createdAt = createdAt
        self.restarts = 0
        self.attempts = 0
    }
}
