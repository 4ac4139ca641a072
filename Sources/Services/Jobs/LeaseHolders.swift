import FeatureModel
import LocalState

/// Takes jobs from workers of this host that are dead: their processes are gone, so that nobody has to wait for their
/// leases to run out.
struct LeaseHolders: Sendable {
    let database: StateDatabase
    let environment: ServiceEnvironment
    let restarts: RestartPolicy

    /// Frees a job whose worker was a process of this host and is no more.
    ///
    /// - Returns: true when it was freed.
    @discardableResult
    func freeIfDead(_ job: Job) async throws(LocalStateError) -> Bool {
        guard !job.status.isTerminal, let worker = job.worker, isDead(worker) else { return false }
        // Takes only what this very worker holds: another one that was faster keeps it.
        return try await database.jobs.lose(
            JobLease(job: job.id, worker: worker, generation: job.generation),
            reason: "lost heartbeat: worker \(worker.host):\(worker.pid) is gone", policy: restarts,
            at: environment.wallClock())
    }

    /// True for a process of this host that is no more.
    func isDead(_ worker: WorkerIdentity) -> Bool {
        worker.host == environment.process.host && worker != environment.process && !environment.isAlive(worker.pid)
    }
}
