public import FeatureModel

/// What a door may ask about ingestion jobs.
public struct JobOperations: Sendable {
    /// Jobs, troubled ones first, then by id.
    public var list: @Sendable (JobQuery) async throws(OperationError) -> [JobSummary]
    /// One job.
    public var get: @Sendable (JobID) async throws(OperationError) -> JobSummary
    /// Starts the job of a store (and a source, the default one when nil), or says that it runs already.
    public var start: @Sendable (StoreName, SourceDefinition?) async throws(OperationError) -> JobSummary
    /// Orders jobs to end and to stay ended.
    public var stop: @Sendable ([JobID]) async throws(OperationError) -> [OrderOutcome]
    /// Orders jobs to begin anew from the committed position.
    public var restart: @Sendable ([JobID]) async throws(OperationError) -> [OrderOutcome]
    /// Orders jobs to pause; they keep their place.
    public var suspend: @Sendable ([JobID]) async throws(OperationError) -> [OrderOutcome]
    /// Orders jobs that pause to go on from the committed position.
    public var resume: @Sendable ([JobID]) async throws(OperationError) -> [OrderOutcome]
    /// The end of a job's log (`from` nil), or what came after a place.
    public var log: @Sendable (JobID, _ from: Int64?, _ maxLines: Int) async throws(OperationError) -> LogChunk
    /// What a worker elsewhere needs to run a job, as a document; secrets are named as variables.
    public var specification: @Sendable (JobID) async throws(OperationError) -> String
    /// How a job has been doing in the last half hour.
    public var metrics: @Sendable (JobID) async throws(OperationError) -> JobMetrics
    /// A job's changes of state, newest first.
    public var history: @Sendable (JobID) async throws(OperationError) -> [JobEvent]
    /// Makes the actual jobs what the subscriptions ask for, once, now.
    public var reconcile: @Sendable () async throws(OperationError) -> [OrderOutcome]

    /// Makes the operations.
    public init(
        list: @escaping @Sendable (JobQuery) async throws(OperationError) -> [JobSummary],
        get: @escaping @Sendable (JobID) async throws(OperationError) -> JobSummary,
        start: @escaping @Sendable (StoreName, SourceDefinition?) async throws(OperationError) -> JobSummary,
        stop: @escaping @Sendable ([JobID]) async throws(OperationError) -> [OrderOutcome],
        restart: @escaping @Sendable ([JobID]) async throws(OperationError) -> [OrderOutcome],
        suspend: @escaping @Sendable ([JobID]) async throws(OperationError) -> [OrderOutcome],
        resume: @escaping @Sendable ([JobID]) async throws(OperationError) -> [OrderOutcome],
        log: @escaping @Sendable (JobID, Int64?, Int) async throws(OperationError) -> LogChunk,
        specification: @escaping @Sendable (JobID) async throws(OperationError) -> String,
        metrics: @escaping @Sendable (JobID) async throws(OperationError) -> JobMetrics,
        history: @escaping @Sendable (JobID) async throws(OperationError) -> [JobEvent],
        reconcile: @escaping @Sendable () async throws(OperationError) -> [OrderOutcome]
    ) {
        self.list = list
        self.get = get
        self.start = start
        self.stop = stop
        self.restart = restart
        self.suspend = suspend
        self.resume = resume
        self.log = log
        self.specification = specification
        self.metrics = metrics
        self.history = history
        self.reconcile = reconcile
    }
}
