public import FeatureModel
import GRDB

extension JobLedger {
    /// Takes a job from a worker that is gone, without waiting for its lease: the job becomes pending, and the loss is
    /// counted. A job that has failed too often in a row ends in `ERROR`.
    ///
    /// - Parameters:
    ///   - lease: what the worker holds; nothing happens where it no longer does.
    ///   - reason: how it was lost, in one sentence.
    ///   - policy: when the job is tried again.
    /// - Returns: true when the worker held the job.
    @discardableResult
    public func lose(
        _ lease: JobLease, reason: String, policy: RestartPolicy, at now: Timestamp
    ) async throws(LocalStateError) -> Bool {
        try await database.write { db in
            guard var job = try JobRow.find(lease.job, in: db), job.worker == lease.worker else { return false }
            job.restarts += 1
            try JobFailure(policy: policy, at: now).lose(&job, reason: reason, by: .reconciler, in: db)
            return true
        }
    }

    /// Counts a worker process that ended before it took the job.
    public func countFailedLaunch(
        of id: JobID, policy: RestartPolicy, at now: Timestamp
    ) async throws(LocalStateError) {
        try await database.write { db in
            guard var job = try JobRow.find(id, in: db), job.worker == nil, job.status == .pending else { return }
            try JobFailure(policy: policy, at: now).lose(
                &job, reason: "its worker's process ended before it took the job: see the job's log", by: .reconciler,
                in: db)
        }
    }
}
