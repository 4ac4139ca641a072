public import Documents
import FeatureModel
public import Ingestion
import Logging
public import Operations
public import StorageAPI
import StorageLayers

/// Runs an ingestion job from its specification alone: on another host, without the job-state database. Workers with the
/// same consumer group share the partitions of the source; what they have done, the store and the source's committed
/// positions tell, and their logs and metrics.
public struct StandaloneWorker: Sendable {
    private let specification: JobSpecification
    private let environment: ServiceEnvironment
    private let parts: StandaloneParts
    private let meter = StoreMeter()
    private let metrics: WorkerMetrics?
    private let limits: IngestionLimits

    /// Makes a worker.
    ///
    /// - Parameters:
    ///   - specification: the job.
    ///   - connectors: the cards of all connectors.
    ///   - environment: the world outside.
    ///   - directory: what relative paths in the specification are relative to, absolute.
    ///   - limits: how much at a time.
    ///   - metrics: where the process answers with its metrics; nil where it does not.
    /// - Throws: `invalid` with file and line when the specification cannot work.
    public init(
        _ specification: JobSpecification, connectors: [ConnectorCard], environment: ServiceEnvironment,
        directory: String, limits: IngestionLimits = IngestionLimits(), metrics: WorkerMetrics? = nil
    ) throws(OperationError) {
        self.specification = specification
        self.environment = environment
        self.limits = limits
        self.metrics = metrics
        let opener = PlugOpener(meter: meter, clock: environment.clock, randomness: environment.randomness)
        do throws(DocumentError) {
            parts = try StandaloneParts(
                specification, connectors: ConnectorIndex(cards: connectors), opener: opener,
                places: PlaceRule(workspaceDirectory: directory, stateDirectory: directory))
        } catch {
            throw OperationError(error)
        }
    }

    /// Runs until it is asked to end. A batch that is being written is finished and committed first.
    ///
    /// - Throws: `failed` when it cannot go on; whoever supervises the process starts it again.
    public func run(until shutdown: StopSignal) async throws(OperationError) {
        let store = specification.store.definition.name
        let identity = IngestionIdentity(job: specification.job, store: store, source: specification.source.kept)
        let export = JobMetricsExport(of: identity, to: .none, meter: meter, environment: environment, worker: metrics)
        let progress = LoggedProgress(environment.logger, wallClock: environment.wallClock)
        switch await work(identity, export, progress, until: shutdown) {
        case .failed(let error):
            throw OperationError(
                .failed, "job \(specification.job) cannot go on: \(error)", target: specification.job.rawValue)
        case .ordered: await progress.tell()
        }
    }

    private func work(
        _ identity: IngestionIdentity, _ export: JobMetricsExport, _ progress: LoggedProgress,
        until shutdown: StopSignal
    ) async -> IngestionOutcome {
        let ledger = export.observing(progress)
        let opening = Patience(
            policy: limits.patience, clock: environment.clock, signal: shutdown, randomness: environment.randomness,
            trouble: { await ledger.report(trouble: $0) })
        let (parts, observers) = (parts, export.observers)
        let plugs: IngestionPlugs
        do throws(IngestionEnd) {
            plugs = try await opening.perform { () async throws(StoreError) in
                try await parts.open(ledger: ledger, observers: observers)
            }
        } catch {
            return error.outcome
        }
        environment.logger.info(
            "job runs",
            metadata: [
                "job": "\(identity.job)", "store": "\(identity.store)", "group": "\(specification.consumerGroup)",
            ])
        let job = IngestionJob(
            identity: identity, plugs: plugs, limits: limits, clock: environment.clock,
            wallClock: environment.wallClock, randomness: environment.randomness, logger: environment.logger)
        let outcome = await export.reporting { await job.run(until: shutdown) }
        await plugs.source.close()
        await plugs.sink.close()
        return outcome
    }
}
