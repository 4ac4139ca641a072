import Documents
import FeatureModel
import LocalState
import Operations
import Registry
import StorageAPI

/// Ingestion jobs for every door.
struct JobService: Sendable {
    let workspace: Workspace
    let reconciler: Reconciler
    let rates: RateTracker
    let deadLetters: DeadLetterService
    let logs: LogReader

    /// How often to ask for the reconciler's lease: somebody waits for what follows from it.
    private static let patience = 20

    private var jobs: JobLedger { workspace.database.jobs }
    private var now: Timestamp { workspace.environment.wallClock() }
    private var term: Duration { workspace.terms.lease }

    /// Jobs, troubled ones first, then by id.
    func list(_ query: JobQuery) async throws(OperationError) -> [JobSummary] {
        let filter = JobFilter(store: query.store, featureSet: query.featureSet, isActive: query.activeOnly)
        let found = try await state { () async throws(LocalStateError) in try await jobs.list(filter) }
        let lost = await deadLetters.lostSinceYesterdayByJob()
        var summaries: [JobSummary] = []
        for job in found { summaries.append(try await summary(of: job, lost: lost)) }
        return summaries.sorted { (Self.rank($0), $0.job.id) < (Self.rank($1), $1.job.id) }
    }

    /// One job.
    func get(_ id: JobID) async throws(OperationError) -> JobSummary {
        try await summary(of: try await job(id), lost: await deadLetters.lostSinceYesterdayByJob())
    }

    /// Starts the job of a store and a source.
    func start(_ store: StoreName, _ source: SourceDefinition?) async throws(OperationError) -> JobSummary {
        try workspace.refuseReadOnly()
        let entry = try await workspace.stores.entry(store)
        let wanted = source ?? workspace.defaultSource
        _ = try workspace.sources.entry(wanted)
        let latest = try await state { () async throws(LocalStateError) in
            try await jobs.latest(source: wanted, store: store)
        }
        if let latest {
            let (at, id) = (now, latest.id)
            try await state { () async throws(LocalStateError) in
                try await jobs.orderStart(id, by: .operator, reason: "started by an operator", at: at)
            }
        } else {
            try await refuseIdle(entry, wanted)
        }
        let outcomes = try await reconciler.reconcile(attempts: Self.patience)
        let made = try await state { () async throws(LocalStateError) in
            try await jobs.latest(source: wanted, store: store)
        }
        guard let made else {
            let reason = outcomes.first { $0.result == .failed }?.message ?? "another process is reconciling the jobs"
            throw OperationError(.failed, "the job of store \(store) was not made: \(reason)", target: store.rawValue)
        }
        if let failure = outcomes.first(where: { $0.target == made.id.rawValue && $0.result == .failed }) {
            throw OperationError(.failed, failure.message, target: made.id.rawValue)
        }
        return try await get(made.id)
    }

    /// Orders jobs to end and to stay ended.
    func stop(_ ids: [JobID]) async throws(OperationError) -> [OrderOutcome] {
        try workspace.refuseReadOnly()
        return try await order(ids) { (job: Job) async throws(LocalStateError) -> OrderOutcome in
            let after = try await jobs.orderStop(
                job.id, keepsEnded: true, by: .operator, reason: "stopped by an operator", at: now, term: term)
            let skipped = job.status.isTerminal
            return OrderOutcome(
                target: job.id.rawValue, result: skipped ? .skipped : .done,
                message: skipped ? "it has ended already: \(after.status.rawValue)" : after.status.rawValue)
        }
    }

    /// Orders jobs to pause.
    func suspend(_ ids: [JobID]) async throws(OperationError) -> [OrderOutcome] {
        try workspace.refuseReadOnly()
        return try await order(ids) { (job: Job) async throws(LocalStateError) -> OrderOutcome in
            let isPaused = job.status == .suspended || job.status == .suspending
            let after = try await jobs.orderSuspend(
                job.id, by: .operator, reason: "suspended by an operator", at: now, term: term)
            return OrderOutcome(
                target: job.id.rawValue, result: isPaused ? .skipped : .done,
                message: isPaused ? "it is \(after.status.rawValue) already" : after.status.rawValue)
        }
    }

    /// Orders jobs that pause to go on from the committed position.
    func resume(_ ids: [JobID]) async throws(OperationError) -> [OrderOutcome] {
        try workspace.refuseReadOnly()
        let outcomes = try await order(ids) { (job: Job) async throws(LocalStateError) -> OrderOutcome in
            guard job.status == .suspended || job.status == .suspending else {
                return OrderOutcome(
                    target: job.id.rawValue, result: .skipped, message: "it is not suspended: \(job.status.rawValue)")
            }
            let after = try await jobs.orderStart(
                job.id, by: .operator, reason: "resumed by an operator", at: now)
            return OrderOutcome(target: job.id.rawValue, result: .done, message: after.status.rawValue)
        }
        if outcomes.contains(where: { $0.result == .done }) {
            _ = try await reconciler.reconcile(attempts: Self.patience)
        }
        return outcomes
    }

    /// Orders jobs to begin anew from the committed position.
    func restart(_ ids: [JobID]) async throws(OperationError) -> [OrderOutcome] {
        try workspace.refuseReadOnly()
        let outcomes = try await order(ids) { (job: Job) async throws(LocalStateError) -> OrderOutcome in
            try await jobs.orderStart(job.id, by: .operator, reason: "restarted by an operator", at: now)
            let after = try await jobs.orderRestart(
                job.id, by: .operator, reason: "restarted by an operator", at: now)
            return OrderOutcome(target: job.id.rawValue, result: .done, message: after.status.rawValue)
        }
        if outcomes.contains(where: { $0.result == .done }) {
            _ = try await reconciler.reconcile(attempts: Self.patience)
        }
        return outcomes
    }

    /// A job's changes of state, newest first.
    func history(_ id: JobID) async throws(OperationError) -> [JobEvent] {
        let job = try await job(id)
        return try await state { () async throws(LocalStateError) in try await jobs.history(of: job.id) }.reversed()
    }

    /// What a worker elsewhere needs to run a job, as a document; secrets are named as variables.
    func specification(_ id: JobID) async throws(OperationError) -> String {
        let job = try await job(id)
        let entry = try await workspace.stores.entry(job.store)
        let sets: [RegisteredFeatureSet]
        do throws(RegistryError) {
            sets = try await workspace.featureSets.list()
        } catch {
            throw OperationError(error)
        }
        let own = sets.map(\.definition).filter { job.featureSets.contains($0.reference) }
        return JobSpecification(
            job: job.id, consumerGroup: JobOpening.consumerGroup(of: job.store, in: workspace),
            project: workspace.summary.defaultProject, source: ConfiguredSource(used: job.source, kept: job.source),
            store: ConfiguredStore(Self.withoutSecrets(entry)), featureSets: own
        ).yaml
    }

    /// The store's definition with a variable in the place of every secret, named by store and setting.
    private static func withoutSecrets(_ entry: StoreEntry) -> StoreDefinition {
        let secrets = Set(entry.card.settings.filter(\.isSecret).map(\.key))
        let config = entry.definition.config.map { key, value -> (String, String) in
            guard secrets.contains(key) else { return (key, value.replacing("${", with: "$${")) }
            let name = "\(entry.name)_\(key)".uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
            return (key, "${\(String(name))}")
        }
        return StoreDefinition(
            name: entry.name, type: entry.definition.type, config: Dictionary(uniqueKeysWithValues: config),
            subscriptions: entry.definition.subscriptions)
    }

    /// How a job has been doing in the last half hour.
    func metrics(_ id: JobID) async throws(OperationError) -> JobMetrics {
        let (job, time) = (try await job(id), now)
        return try await state { () async throws(LocalStateError) in try await jobs.metrics(of: job.id, at: time) }
    }

    /// Part of a job's log.
    func log(_ id: JobID, from: Int64?, maxLines: Int) async throws(OperationError) -> LogChunk {
        let job = try await job(id)
        return try await logs.read(job.id.rawValue, from: from, maxLines: maxLines)
    }

    /// Reconciles once, now.
    func reconcile() async throws(OperationError) -> [OrderOutcome] {
        try workspace.refuseReadOnly()
        return try await reconciler.reconcile(attempts: Self.patience)
    }

    private func order(
        _ ids: [JobID], _ give: (Job) async throws(LocalStateError) -> OrderOutcome
    ) async throws(OperationError) -> [OrderOutcome] {
        var outcomes: [OrderOutcome] = []
        for id in ids {
            let job = try await job(id)
            do throws(LocalStateError) {
                try await LeaseHolders(
                    database: workspace.database, environment: workspace.environment,
                    restarts: workspace.terms.restarts
                ).freeIfDead(job)
                outcomes.append(try await give(job))
            } catch {
                outcomes.append(OrderOutcome(target: id.rawValue, result: .failed, message: error.description))
            }
        }
        return outcomes
    }

    private func job(_ id: JobID) async throws(OperationError) -> Job {
        if let job = try await state({ () async throws(LocalStateError) in try await jobs.get(id) }) { return job }
        let known = try await state { () async throws(LocalStateError) in try await jobs.list() }
        let nearest = SpellingDistance.nearest(to: id.rawValue, among: known.map(\.id.rawValue))
        throw OperationError(
            .notFound, "there is no job \(id)", target: id.rawValue,
            hint: nearest.map { "did you mean \($0)?" } ?? "larder jobs list shows all of them")
    }

    /// A store that nothing of the source goes into gets no job.
    private func refuseIdle(_ entry: StoreEntry, _ source: SourceDefinition) async throws(OperationError) {
        let sets: [RegisteredFeatureSet]
        do throws(RegistryError) {
            sets = try await workspace.featureSets.list()
        } catch {
            throw OperationError(error)
        }
        let feeds = sets.contains { set in
            set.definition.source == source && entry.definition.subscribes(to: set.definition.reference)
        }
        guard entry.card.capabilities.contains(.sink), feeds else {
            throw OperationError(
                .invalid, "no feature set goes from \(source.type) into store \(entry.name)",
                target: entry.name.rawValue,
                hint: "apply a feature set, or add a subscription to the store")
        }
    }

    private func summary(of job: Job, lost: [JobID: Int64]) async throws(OperationError) -> JobSummary {
        let history = try await state { () async throws(LocalStateError) in try await jobs.history(of: job.id) }
        let time = now
        let metrics = try await state { () async throws(LocalStateError) in
            try await jobs.metrics(of: job.id, at: time)
        }
        return JobSummary(
            job: job,
            rowsPerSecond: await rates.rate(of: job, at: time) ?? Self.sampledRate(of: job, metrics, at: time),
            eventLag99: metrics.samples.last?.eventLag99, deadLetters24h: lost[job.id] ?? 0,
            statusSince: history.last { $0.from != $0.to }?.at ?? job.createdAt,
            hasLostHeartbeat: !job.status.isTerminal && job.worker != nil
                && !job.hasLivingWorker(at: time, term: term))
    }

    /// What the worker's last two samples say, for a door that has looked only once.
    private static func sampledRate(of job: Job, _ metrics: JobMetrics, at now: Timestamp) -> Double? {
        guard job.status == .running, let last = metrics.samples.last, now.wholeSeconds(since: last.at) < 30 else {
            return nil
        }
        return metrics.rowsPerSecond.last ?? nil
    }

    private static func rank(_ summary: JobSummary) -> Int {
        if summary.job.status == .error { return 0 }
        if summary.hasLostHeartbeat { return 1 }
        return !summary.job.status.isTerminal && summary.job.lastError != nil ? 2 : 3
    }

    @discardableResult
    private func state<Answer: Sendable>(
        _ work: () async throws(LocalStateError) -> Answer
    ) async throws(OperationError) -> Answer {
        do throws(LocalStateError) {
            return try await work()
        } catch {
            throw OperationError(error)
        }
    }
}
