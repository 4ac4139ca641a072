import Documents
import FeatureModel
import Ingestion
import MetricsExport
import StorageLayers

/// The metrics of one run of a job: to StatsD as the configuration says, and to the worker's endpoint where it has one.
struct JobMetricsExport: Sendable {
    private let statsD: StatsDExporter?
    private let prometheus: IngestionMetrics?
    private let wallClock: @Sendable () -> Timestamp

    /// Makes the export of one run.
    ///
    /// - Parameters:
    ///   - configured: where metrics are sent.
    ///   - meter: counts the calls of the stores.
    ///   - worker: where the process answers; nil where it does not.
    init(
        of identity: IngestionIdentity, to configured: ConfiguredMetrics, meter: StoreMeter,
        environment: ServiceEnvironment, worker: WorkerMetrics?
    ) {
        statsD = Self.statsD(identity, configured, environment)
        prometheus = worker.map { IngestionMetrics(identity: identity, in: $0.exporter) }
        wallClock = environment.wallClock
        worker?.exporter.collect("store calls") { StoreCallMetrics.families(of: meter.snapshot) }
    }

    /// Who hears of the job's rows.
    var observers: [any RowObserver] { [statsD?.observer, prometheus].compactMap { $0 } }

    /// The job's ledger, overheard.
    func observing(_ ledger: any IngestionLedger) -> any IngestionLedger {
        prometheus.map { ObservedLedger(ledger: ledger, metrics: $0, wallClock: wallClock) } ?? ledger
    }

    /// Does the work and sends what is measured meanwhile; the rest of it after the work.
    func reporting<Outcome: Sendable>(_ work: () async -> Outcome) async -> Outcome {
        guard let statsD else { return await work() }
        let outcome = await withTaskGroup(of: Void.self) { group in
            group.addTask { await statsD.run() }
            let outcome = await work()
            group.cancelAll()
            return outcome
        }
        await statsD.finish()
        return outcome
    }

    private static func statsD(
        _ identity: IngestionIdentity, _ configured: ConfiguredMetrics, _ environment: ServiceEnvironment
    ) -> StatsDExporter? {
        guard case .statsD(let host, let port) = configured else { return nil }
        return StatsDExporter(
            identity: identity, to: StatsDDestination(host: host, port: port), clock: environment.clock,
            logger: environment.logger)
    }
}
