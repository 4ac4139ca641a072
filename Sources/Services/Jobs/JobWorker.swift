import Documents
public import FeatureModel
public import Ingestion
import LocalState
import Logging
public import Operations
import Registry
import StorageAPI

/// Runs one ingestion job as its worker: what `larder worker --job` does.
///
/// It takes the job's lease, gives signs of life, obeys the ledger's orders, and writes down how it ends. On `restart`
/// everything is opened afresh, as the configuration says by then, and the job goes on from the committed position.
public struct JobWorker: Sendable {
    /// How a worker ended.
    public enum Ending: Sendable, Hashable {
        /// The job had ended before; nothing was done.
        case hadEnded(JobStatus)
        /// It was ordered to end, and did.
        case stopped
        /// It was ordered to pause, and did.
        case suspended
        /// This process was asked to end; the job waits for another worker.
        case shutDown
        /// Another worker has the job now.
        case leaseLost
        /// The job is in error, for this reason.
        case failed(String)
    }

    private let workspace: Workspace
    private let limits: IngestionLimits
    private let metrics: WorkerMetrics?

    /// Makes a worker for a workspace.
    ///
    /// - Parameter metrics: where the process answers with its metrics; nil where it does not.
    public init(
        workspace: Workspace, limits: IngestionLimits = IngestionLimits(), metrics: WorkerMetrics? = nil
    ) {
        self.workspace = workspace
        self.limits = limits
        self.metrics = metrics
    }

    private var environment: ServiceEnvironment { workspace.environment }
    private var jobs: JobLedger { workspace.database.jobs }

    /// Runs the job until it is ordered to end or fails.
    ///
    /// - Parameters:
    ///   - id: the job.
    ///   - shutdown: raise it to end this process: the batch that is being written is finished and committed.
    /// - Throws: `notFound`; `refused` while another worker that is alive has it; what the database says.
    public func run(_ id: JobID, until shutdown: StopSignal) async throws(OperationError) -> Ending {
        var worker = self
        var result = await worker.attempt(id, until: shutdown)
        // The order may come from a change of the configuration's stores, which this process has not seen: going on
        // with the old subscriptions would pass over rows for good.
        while case .success(nil) = result {
            await worker.workspace.closePlugs()
            worker = JobWorker(
                workspace: try await workspace.rereadingConfiguration(), limits: limits, metrics: metrics)
            result = await worker.attempt(id, until: shutdown)
        }
        await worker.workspace.closePlugs()
        return try result.get() ?? .shutDown
    }

    /// - Returns: nil when the job was ordered to begin anew.
    private func attempt(_ id: JobID, until shutdown: StopSignal) async -> Result<Ending?, OperationError> {
        do throws(LocalStateError) {
            return .success(try await runOnce(id, until: shutdown))
        } catch {
            return .failure(OperationError(error))
        }
    }

    /// - Returns: nil when the job was ordered to begin anew.
    private func runOnce(_ id: JobID, until shutdown: StopSignal) async throws(LocalStateError) -> Ending? {
        let lease: JobLease
        switch try await claim(id) {
        case .ended(let status): return .hadEnded(status)
        case .held(let holder, let heartbeat):
            throw LocalStateError(
                .conflict, "job \(id) is run by process \(holder.pid) on \(holder.host), heard of at \(heartbeat)")
        case .claimed(let taken, let job) where job.status == .aborting || job.desired == .stopped:
            return try await end(.ordered(.stop), taken, log(job))
        case .claimed(let taken, let job) where job.status == .suspending:
            return try await end(.ordered(.suspend), taken, log(job))
        case .claimed(let taken, _): lease = taken
        }
        guard let job = try await jobs.get(id) else { return .leaseLost }
        let outcome = await work(job, lease, until: shutdown)
        return try await end(outcome, lease, log(job))
    }

    private func claim(_ id: JobID) async throws(LocalStateError) -> JobClaim {
        if let job = try await jobs.get(id) {
            try await LeaseHolders(
                database: workspace.database, environment: environment, restarts: workspace.terms.restarts
            ).freeIfDead(job)
        }
        return try await jobs.claim(
            id, worker: environment.process, at: environment.wallClock(), term: workspace.terms.lease,
            policy: workspace.terms.restarts)
    }

    private func log(_ job: Job) -> Logger {
        var log = environment.logger
        log[metadataKey: "job"] = "\(job.id)"
        return log
    }

    /// Works, with signs of life and an ear for orders beside it.
    private func work(_ job: Job, _ lease: JobLease, until shutdown: StopSignal) async -> IngestionOutcome {
        let signal = StopSignal()
        let entry = JobLedgerEntry(
            ledger: jobs, lease: lease, restarts: workspace.terms.restarts, wallClock: environment.wallClock)
        let watch = OrderWatch(
            entry: entry, lease: lease, database: workspace.database, terms: workspace.terms,
            clock: environment.clock, signal: signal, log: log(job))
        let sampler = JobSampler()
        return await withTaskGroup(of: IngestionOutcome?.self) { group in
            group.addTask { await ingest(job, lease, entry, [sampler], until: signal) }
            group.addTask {
                await sampler.keepSamples(
                    in: jobs, lease: lease, every: workspace.terms.sampling, clock: environment.clock,
                    wallClock: environment.wallClock, partitions: { await entry.partitions }, log: log(job))
                return nil
            }
            group.addTask {
                await watch.giveSignsOfLife()
                return nil
            }
            group.addTask {
                await watch.listen()
                return nil
            }
            group.addTask {
                if let order = await shutdown.raisedOrder() { signal.raise(order) }
                return nil
            }
            var outcome: IngestionOutcome?
            while outcome == nil, let next = await group.next() { outcome = next }
            group.cancelAll()
            return outcome ?? .ordered(.shutdown)
        }
    }

    private func ingest(
        _ job: Job, _ lease: JobLease, _ entry: JobLedgerEntry, _ observers: [any RowObserver],
        until signal: StopSignal
    ) async -> IngestionOutcome {
        let identity = IngestionIdentity(job: job.id, store: job.store, source: job.source)
        let metrics = JobMetricsExport(
            of: identity, to: workspace.configuration.metrics, meter: workspace.meter, environment: environment,
            worker: metrics)
        let ledger = metrics.observing(entry)
        let opening = JobOpening(
            workspace: workspace, job: job, ledger: ledger, observers: observers + metrics.observers)
        let log = log(job)
        let plugs: IngestionPlugs
        do throws(IngestionEnd) {
            plugs = try await opening.open(patience: limits.patience, until: signal) { error in
                if let error { log.warning("cannot begin yet", metadata: ["error": "\(error)"]) }
                await ledger.report(trouble: error)
            }
        } catch {
            return error.outcome
        }
        await begin(job, lease, log)
        let ingestion = IngestionJob(
            identity: identity, plugs: plugs, limits: limits, clock: environment.clock,
            wallClock: environment.wallClock, randomness: environment.randomness, logger: log)
        let outcome = await metrics.reporting { await ingestion.run(until: signal) }
        await plugs.source.close()
        return outcome
    }

    /// Tells everybody that the job runs. An order that came in between is heard by the watch.
    private func begin(_ job: Job, _ lease: JobLease, _ log: Logger) async {
        do throws(LocalStateError) {
            try await jobs.transition(lease, to: .running, reason: "its worker is ready", at: environment.wallClock())
            log.info("job runs", metadata: ["store": "\(job.store)", "source": "\(job.source.type)"])
        } catch {
            log.warning("the ledger could not be told that the job runs", metadata: ["error": "\(error)"])
        }
        do throws(OperationError) {
            try await Reconciler(workspace: workspace, launches: LaunchMemory()).refreshStatuses()
        } catch {
            log.warning("the feature sets' statuses could not be told", metadata: ["error": "\(error)"])
        }
    }

    private func end(
        _ outcome: IngestionOutcome, _ lease: JobLease, _ log: Logger
    ) async throws(LocalStateError) -> Ending? {
        do throws(LocalStateError) {
            return try await enter(outcome, lease, log)
        } catch  where error.code == .leaseLost {
            log.warning("the job was taken over")
            return .leaseLost
        }
    }

    private func enter(
        _ outcome: IngestionOutcome, _ lease: JobLease, _ log: Logger
    ) async throws(LocalStateError) -> Ending? {
        let now = environment.wallClock()
        switch outcome {
        case .failed(let error):
            log.error("job failed", metadata: ["error": "\(error)"])
            try await jobs.transition(
                lease, to: .error, reason: error.description, at: now, policy: workspace.terms.restarts)
            return .failed(error.description)
        case .ordered(.stop):
            log.info("job stopped")
            try await jobs.transition(lease, to: .aborted, reason: "it was ordered to end", at: now)
            return .stopped
        case .ordered(.suspend):
            log.info("job suspended")
            try await jobs.transition(lease, to: .suspended, reason: "it was ordered to pause", at: now)
            return .suspended
        case .ordered(.restart):
            log.info("job begins anew")
            try await jobs.release(lease)
            return nil
        case .ordered(.shutdown):
            log.info("worker ends; the job goes on from the committed position")
            return try await leave(lease, at: now)
        case .ordered(.leaseLost):
            return .leaseLost
        }
    }

    /// Leaves the job for the next worker.
    ///
    /// - Returns: nil when the job was ordered to begin anew before this worker heard of it.
    private func leave(_ lease: JobLease, at now: Timestamp) async throws(LocalStateError) -> Ending? {
        if let job = try await jobs.get(lease.job), job.status == .aborting {
            try await jobs.transition(lease, to: .aborted, reason: "it was ordered to end", at: now)
            return .stopped
        }
        if let job = try await jobs.get(lease.job), job.status == .suspending {
            try await jobs.transition(lease, to: .suspended, reason: "it was ordered to pause", at: now)
            return .suspended
        }
        if let job = try await jobs.get(lease.job), job.status == .running, job.generation == lease.generation {
            try await jobs.transition(lease, to: .pending, reason: "its worker's process was asked to end", at: now)
        }
        let isMine = try await jobs.release(lease)
        let isWanted = try await jobs.get(lease.job).map { $0.desired == .running && $0.generation > lease.generation }
        return isMine && isWanted == true ? nil : .shutDown
    }
}
