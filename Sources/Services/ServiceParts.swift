import FeatureModel
import LocalState
import Operations

/// The services of one workspace, wired together.
struct ServiceParts: Sendable {
    let workspace: Workspace
    let stores: StoreService
    let featureSets: FeatureSetService
    let jobs: JobService
    let ingest: IngestService
    let online: OnlineService
    let exports: ExportService
    let deadLetters: DeadLetterService
    let logs: LogReader

    init(_ workspace: Workspace) {
        let environment = workspace.environment
        let rates = RateTracker()
        let reconciler = Reconciler(workspace: workspace, launches: LaunchMemory())
        let letters = DeadLetterService(workspace: workspace)
        let logs = LogReader(directory: workspace.logDirectory)
        self.workspace = workspace
        self.logs = logs
        deadLetters = letters
        stores = StoreService(
            workspace: workspace, health: HealthBook(environment: environment, terms: workspace.terms), rates: rates)
        featureSets = FeatureSetService(workspace: workspace, deadLetters: letters)
        jobs = JobService(
            workspace: workspace, reconciler: reconciler, rates: rates, deadLetters: letters, logs: logs)
        ingest = IngestService(workspace: workspace, reconciler: reconciler)
        online = OnlineService(
            directory: workspace.stores, lookup: workspace.lookup, jobs: workspace.database.jobs,
            deadLetters: { query, limit async throws(OperationError) in
                try await letters.list(query, limit: limit, offset: 0).letters
            }, leaseTerm: workspace.terms.lease, asOf: workspace.summary.asOf, now: environment.wallClock,
            clock: environment.clock)
        exports = Self.exports(workspace)
    }

    private static func exports(_ workspace: Workspace) -> ExportService {
        let environment = workspace.environment
        return ExportService(
            planner: workspace.exportPlanner, ledger: workspace.database.exports,
            launch: { id async throws(OperationError) in _ = try await environment.launch(.export(id)) },
            isReadOnly: workspace.summary.isReadOnly, leaseTerm: workspace.terms.lease,
            isDead: LeaseHolders(
                database: workspace.database, environment: environment, restarts: workspace.terms.restarts
            ).isDead,
            now: environment.wallClock,
            newID: { ExportID("exp-" + String(UInt32.random(in: 0x1000_0000 ... .max), radix: 16)) },
            clock: environment.clock)
    }
}

extension Workspace {
    /// Finds what feature references mean in this workspace.
    var lookup: FeatureLookup { FeatureLookup(registry: featureSets, defaultProject: summary.defaultProject) }

    /// Checks exports against this workspace.
    var exportPlanner: ExportPlanner {
        ExportPlanner(lookup: lookup, choice: StoreChoice(directory: stores))
    }
}
