import Documents
import FeatureModel
import Ingestion
import LocalState
import Operations
import Registry
import StorageAPI

/// Opens everything that a job reads from and writes to.
struct JobOpening: Sendable {
    let workspace: Workspace
    let job: Job
    let ledger: any IngestionLedger
    let observers: [any RowObserver]

    /// Opens, and tries again while that can help.
    func open(
        patience: RetryPolicy, until signal: StopSignal, trouble: @escaping @Sendable (StoreError?) async -> Void
    ) async throws(IngestionEnd) -> IngestionPlugs {
        let environment = workspace.environment
        let opening = Patience(
            policy: patience, clock: environment.clock, signal: signal, randomness: environment.randomness,
            trouble: trouble)
        return try await opening.perform { () async throws(StoreError) in try await plugs() }
    }

    private func plugs() async throws(StoreError) -> IngestionPlugs {
        let (store, source) = try await entries()
        let sink = try await workspace.stores.sink(of: store)
        let letters = try await workspace.stores.deadLetters(of: store)
        // The group is the store's for ever, so that a job under another id goes on where the last one was.
        let rows = try await workspace.sources.source(
            of: source, consumerGroup: Self.consumerGroup(of: store.name, in: workspace))
        let (registry, project) = (workspace.featureSets, workspace.summary.defaultProject)
        let definition = store.definition
        return IngestionPlugs(
            source: rows, sink: sink,
            deadLetters: letters ?? StateDeadLetters(ledger: workspace.database.deadLetters), ledger: ledger,
            plan: { () async throws(StoreError) in
                try await Self.plan(registry, project, definition)
            }, observers: observers)
    }

    /// The consumer group of everybody who feeds a store of a workspace.
    static func consumerGroup(of store: StoreName, in workspace: Workspace) -> String {
        "\(workspace.configuration.groupPrefix)-\(store)"
    }

    private func entries() async throws(StoreError) -> (StoreEntry, SourceEntry) {
        do throws(OperationError) {
            return (try await workspace.stores.entry(job.store), try workspace.sources.entry(job.source))
        } catch {
            let isPassing = error.code == .unreachable
            throw StoreError(
                isPassing ? .unavailable : .misconfigured, recovery: isPassing ? .transient : .permanent,
                operation: "open the job's ends", connector: job.source.type, store: job.store,
                message: error.description)
        }
    }

    private static func plan(
        _ registry: FeatureSetRegistry, _ project: ProjectName, _ store: StoreDefinition
    ) async throws(StoreError) -> IngestionPlan {
        do throws(RegistryError) {
            let sets = try await registry.list()
            return IngestionPlan(defaultProject: project, featureSets: sets.map(\.definition), store: store)
        } catch {
            let (code, recovery): (StoreError.Code, StoreError.Recovery) =
                switch error.code {
                case .unavailable: (.unavailable, .transient)
                case .cancelled: (.cancelled, .permanent)
                default: (.unexpected, .permanent)
                }
            throw StoreError(
                code, recovery: recovery, operation: "read the registry", connector: "job-state database",
                message: error.description)
        }
    }
}
