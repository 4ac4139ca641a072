public import FeatureModel
import LocalState

/// Compares the jobs there should be with those there are (spec sections 6.2 and 6.3). Pure: the same picture gives
/// the same plan.
///
/// Beyond Feast: a job that nobody needs any more is stopped; one that an operator stopped or suspended stays so; one
/// that failed begins anew after a rest, under its old id, instead of leaving a row per attempt; one that fails again and
/// again stays in `ERROR`.
public struct JobPlanner: Sendable {
    private let now: Timestamp
    private let term: Duration
    private let policy: RestartPolicy

    /// Makes a planner.
    ///
    /// - Parameters:
    ///   - now: the time.
    ///   - term: how long a worker that is not heard of keeps its job.
    ///   - policy: when a failed job begins anew.
    public init(now: Timestamp, term: Duration, policy: RestartPolicy = RestartPolicy()) {
        self.now = now
        self.term = term
        self.policy = policy
    }

    /// The jobs there should be: one per source and store with at least one feature set.
    ///
    /// - Parameter stores: stores that can take rows.
    public static func tasks(stores: [StoreDefinition], featureSets: [RegisteredFeatureSet]) -> [JobTask] {
        stores.flatMap { store in
            let taken = featureSets.filter { store.subscribes(to: $0.definition.reference) }
            let bySource = Dictionary(grouping: taken) { $0.definition.source ?? .local }
            return bySource.map { source, sets in
                JobTask(source: source, store: store.name, featureSets: sets.map(\.definition.reference))
            }.sorted { $0.featureSets.lexicographicallyPrecedes($1.featureSets) }
        }
    }

    /// Makes a plan.
    ///
    /// - Parameters:
    ///   - stores: stores that can take rows.
    ///   - featureSets: everything that is registered.
    ///   - jobs: every job of the ledger; of several for a source and store, the active or else the newest counts.
    public func plan(stores: [StoreDefinition], featureSets: [RegisteredFeatureSet], jobs: [Job]) -> JobPlan {
        let tasks = Self.tasks(stores: stores, featureSets: featureSets)
        let pending = Set(featureSets.filter { $0.status == .pending }.map(\.definition.reference))
        let latest = Self.latest(of: jobs)
        let steps = tasks.map { task in
            let job = latest[JobRoute(task)]
            return PlannedTask(task: task, job: job, action: action(for: task, job: job, pending: pending))
        }
        let needed = Set(tasks.map(JobRoute.init))
        let unneeded = jobs.filter { !needed.contains(JobRoute($0)) }.sorted { $0.id < $1.id }.compactMap(end)
        return JobPlan(
            actions: steps.compactMap(\.action) + unneeded,
            statuses: FeatureSetProgress(steps).changes(of: featureSets))
    }

    private static func latest(of jobs: [Job]) -> [JobRoute: Job] {
        Dictionary(jobs.map { (JobRoute($0), $0) }) { first, second in
            if first.status.isTerminal != second.status.isTerminal {
                return first.status.isTerminal ? second : first
            }
            return (first.createdAt, first.id) < (second.createdAt, second.id) ? second : first
        }
    }

    private func action(for task: JobTask, job: Job?, pending: Set<FeatureSetReference>) -> JobAction? {
        guard let job else { return .create(task) }
        if job.desired == .stopped { return bringToEnd(job, reason: "it was stopped and its worker is gone") }
        let change = Self.change(of: task, job: job, pending: pending)
        switch job.status {
        case .pending, .running, .unknown:
            return change.map { .restart(job.id, task, reason: $0) } ?? launch(job)
        case .aborting: return bringToEnd(job, reason: "its worker is gone")
        case .suspending: return settle(job)
        case .suspended: return nil
        case .completed: return change.map { .restart(job.id, task, reason: $0) }
        case .aborted: return .restart(job.id, task, reason: "it is needed")
        case .error:
            let reason = change ?? (isRetryDue(job) ? "it is tried again after an error" : nil)
            return reason.map { .restart(job.id, task, reason: $0) }
        }
    }

    private static func change(of task: JobTask, job: Job, pending: Set<FeatureSetReference>) -> String? {
        if job.featureSets.sorted() != task.featureSets { return "its feature sets changed" }
        let applied = task.featureSets.filter(pending.contains)
        guard !applied.isEmpty else { return nil }
        return "applied: " + applied.map(\.description).joined(separator: ", ")
    }

    private func launch(_ job: Job) -> JobAction? {
        guard !job.hasLivingWorker(at: now, term: term), isDue(job) else { return nil }
        guard let worker = job.worker else { return .launch(job.id, reason: "it has no worker") }
        return .launch(job.id, reason: "its worker \(worker.host):\(worker.pid) is not heard of any more")
    }

    private func bringToEnd(_ job: Job, reason: String) -> JobAction? {
        let isUnderWay = !job.status.isTerminal && job.status != .suspended
        guard isUnderWay, !job.hasLivingWorker(at: now, term: term) else { return nil }
        return .stop(job.id, reason: reason)
    }

    private func settle(_ job: Job) -> JobAction? {
        job.hasLivingWorker(at: now, term: term) ? nil : .suspend(job.id, reason: "its worker is gone")
    }

    private func end(_ job: Job) -> JobAction? {
        if job.status.isTerminal { return nil }
        if job.status == .aborting { return bringToEnd(job, reason: "its worker is gone") }
        return .stop(job.id, reason: "no feature set goes from its source into store \(job.store)")
    }

    /// True when a job in `ERROR` is to begin anew.
    private func isRetryDue(_ job: Job) -> Bool {
        guard job.attempts < policy.maxAttempts else { return false }
        if job.retryAt != nil { return isDue(job) }
        let last = job.heartbeatAt ?? job.startedAt ?? job.createdAt
        let rest = Duration.seconds(now.seconds - last.seconds)
        // A last sign from the future means that the clock was set back: waiting for it would take for ever.
        return rest >= policy.errorRest || rest < .zero
    }

    /// True when the job has rested long enough. A time further away than any rest means that the clock was set back.
    private func isDue(_ job: Job) -> Bool {
        guard let retryAt = job.retryAt else { return true }
        return retryAt <= now || retryAt.duration(since: now) > policy.longestRest
    }
}
