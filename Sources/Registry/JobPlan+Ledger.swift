public import FeatureModel
public import LocalState

extension JobPlan {
    /// Enters the plan into the ledger: orders first, then statuses. An action that fails, for example because another
    /// process was faster, does not keep the others; the statuses that rest on it wait for the next plan.
    ///
    /// - Parameters:
    ///   - database: where the ledger and the registry are.
    ///   - now: the time.
    ///   - term: how long a worker that is not heard of keeps its job.
    public func enter(into database: StateDatabase, at now: Timestamp, term: Duration) async -> PlanEntry {
        var entry = PlanEntry()
        for (ordinal, action) in actions.enumerated() {
            do throws(LocalStateError) {
                if let job = try await Self.enter(
                    action, ordinal: ordinal, into: database.jobs, at: now, term: term)
                {
                    entry.launches.append(job)
                }
            } catch {
                entry.faults.append(RegistryError(error))
            }
        }
        guard entry.faults.isEmpty else { return entry }
        do throws(RegistryError) {
            let registry = FeatureSetRegistry(database: database, defaultSource: .local) { now }
            try await registry.update(statuses)
        } catch {
            entry.faults.append(error)
        }
        return entry
    }

    /// - Returns: the job that needs a worker now, if one does.
    private static func enter(
        _ action: JobAction, ordinal: Int, into jobs: JobLedger, at now: Timestamp, term: Duration
    ) async throws(LocalStateError) -> JobID? {
        switch action {
        case .create(let task):
            let job = task.job(createdAt: now, ordinal: ordinal)
            try await jobs.create(job, by: .reconciler, reason: "nothing feeds store \(task.store) from its source")
            return job.id
        case .restart(let id, let task, let reason):
            let job = try await jobs.orderRestart(
                id, featureSets: task.featureSets, by: .reconciler, reason: reason, at: now)
            return job.hasLivingWorker(at: now, term: term) ? nil : id
        case .launch(let id, _): return id
        case .suspend(let id, let reason):
            try await jobs.orderSuspend(id, by: .reconciler, reason: reason, at: now, term: term)
            return nil
        case .stop(let id, let reason):
            try await jobs.orderStop(id, keepsEnded: false, by: .reconciler, reason: reason, at: now, term: term)
            return nil
        }
    }
}
