public import FeatureModel

/// Everything that a door (a screen, a command, a remote procedure) may ask for. Values of closures: the live ones are
/// made by the service layer, tests make their own.
public struct Operations: Sendable {
    /// The workspace that was opened.
    public var workspace: WorkspaceSummary
    /// The clock on the wall, for ages and dates on screen. Freshness is judged by `as_of` where it is set.
    public var now: @Sendable () -> Timestamp
    /// The connectors that there are.
    public var connectors: [ConnectorSummary]
    /// Stores.
    public var stores: StoreOperations
    /// Projects.
    public var projects: ProjectOperations
    /// Feature sets.
    public var featureSets: FeatureSetOperations
    /// Ingestion jobs.
    public var jobs: JobOperations
    /// Ingestion of files.
    public var ingest: IngestOperations
    /// Online values.
    public var online: OnlineOperations
    /// Historical exports.
    public var exports: ExportOperations
    /// Dead letters.
    public var deadLetters: DeadLetterOperations
    /// Yields whenever something in the job-state database may have changed, by this process or another one.
    public var changes: @Sendable () -> AsyncStream<Void>

    /// Makes the operations.
    public init(
        workspace: WorkspaceSummary, now: @escaping @Sendable () -> Timestamp, connectors: [ConnectorSummary],
        stores: StoreOperations, projects: ProjectOperations, featureSets: FeatureSetOperations, jobs: JobOperations,
        ingest: IngestOperations, online: OnlineOperations, exports: ExportOperations,
        deadLetters: DeadLetterOperations, changes: @escaping @Sendable () -> AsyncStream<Void>
    ) {
        self.workspace = workspace
        self.now = now
        self.connectors = connectors
        self.stores = stores
        self.projects = projects
        self.featureSets = featureSets
        self.jobs = jobs
        self.ingest = ingest
        self.online = online
        self.exports = exports
        self.deadLetters = deadLetters
        self.changes = changes
    }
}
