import FeatureModel
import LocalState

/// Takes jobs from workers of this host that are dead: their processes are gone, so that nobody has to wait for their
/// leases to run out.
struct LeaseHolders: Sendable {
    let database: StateDatabase
    let environment: ServiceEnvironment

    /// Frees a job whose worker was a process of this host and is no more.
    ///
    /// - Returns: true when it was freed.
    @discardableResult
    func freeIfDead(_ job: Job) async throws(LocalStateError) -> Bool {
        guard !job.status.isTerminal, let worker = job.worker, isDead(worker) else { return false }
        let lease = JobLease(job: job.id, worker: worker, generation: job.generation)
        if job.status == .running {
            do throws(LocalStateError) {
                try await database.jobs.transition(
                    lease, to: .pending, reason: "worker \(worker.host):\(worker.pid) is gone",
                    at: environment.wallClock())
            } catch  where error.code == .leaseLost || error.code == .conflict {
                return false
            }
        }
        // Gives back only what this very worker holds: another one that was faster keeps it.
        return try await database.jobs.release(lease)
    }

    /// True for a process of this host that is no more.
    func isDead(_ worker: WorkerIdentity) -> Bool {
        worker.host == environment.process.host && worker != environment.process && !environment.isAlive(worker.pid)
    }
}
