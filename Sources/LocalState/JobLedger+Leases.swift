public import FeatureModel
import GRDB

extension JobLedger {
    /// Takes a job for a worker: when it is free, when its worker was not heard of for longer than the term, or when it
    /// is the worker's already. Of any number of workers that try at once, one gets it.
    ///
    /// A running job that is taken over from a lost worker becomes pending, and the loss is counted. A suspended job is
    /// for nobody.
    ///
    /// - Parameters:
    ///   - term: how long a worker that is not heard of keeps its job; the same everywhere.
    ///   - policy: when a job has failed too often in a row to be tried again.
    /// - Throws: `notFound`.
    public func claim(
        _ id: JobID, worker: WorkerIdentity, at now: Timestamp, term: Duration,
        policy: RestartPolicy = RestartPolicy()
    ) async throws(LocalStateError) -> JobClaim {
        try await database.write { db in
            var job = try JobRow.require(id, in: db)
            if job.status.isTerminal || job.status == .suspended { return .ended(job.status) }
            if let holder = job.worker, holder != worker {
                if job.hasLivingWorker(at: now, term: term), let heartbeat = job.heartbeatAt {
                    return .held(by: holder, heartbeatAt: heartbeat)
                }
                let reason = "lost heartbeat: worker \(holder.host):\(holder.pid) was not heard of any more"
                job.restarts += 1
                try JobFailure(policy: policy, at: now).lose(&job, reason: reason, by: .worker, in: db)
                if job.status.isTerminal { return .ended(job.status) }
            }
            job.worker = worker
            job.startedAt = now
            job.heartbeatAt = now
            try JobRow.update(job, in: db)
            return .claimed(JobLease(job: id, worker: worker, generation: job.generation), job)
        }
    }

    /// Says that the worker is alive and how far it is, and answers with the job as it is now: its orders. A job that
    /// has run long enough has its failures forgotten.
    ///
    /// - Throws: `leaseLost` when the worker no longer holds the job; it must end without touching the store again.
    @discardableResult
    public func heartbeat(
        _ lease: JobLease, _ pulse: JobPulse = JobPulse(), at now: Timestamp, policy: RestartPolicy = RestartPolicy()
    ) async throws(LocalStateError) -> Job {
        try await database.write { db in
            var job = try JobRow.require(lease, in: db)
            job.heartbeatAt = now
            if job.isSteady(at: now, policy: policy) { job.forgetFailures() }
            job.lagRows = pulse.lagRows.map { max(0, $0) }
            job.lagSeconds = pulse.lagSeconds.map { max(0, $0) }
            switch pulse.lastError {
            case .keep: break
            case .clear: job.lastError = nil
            case .set(let error): job.lastError = error
            }
            try JobRow.update(job, in: db)
            return job
        }
    }

    /// Gives a job back without changing its state. Harmless when the lease was lost.
    ///
    /// - Returns: true when the worker held it.
    @discardableResult
    public func release(_ lease: JobLease) async throws(LocalStateError) -> Bool {
        try await database.write { db in
            try db.execute(
                sql: """
                    UPDATE jobs SET worker_host = NULL, worker_pid = NULL
                    WHERE id = ? AND worker_host = ? AND worker_pid = ?
                    """,
                arguments: [lease.job.rawValue, lease.worker.host, lease.worker.pid])
            return db.changesCount == 1
        }
    }
}

extension JobRow {
    /// The job, if the lease's worker still holds it.
    static func require(_ lease: JobLease, in db: Database) throws -> Job {
        let job = try require(lease.job, in: db)
        guard job.worker == lease.worker else {
            let holder = job.worker.map { "worker \($0.host):\($0.pid) has it now" } ?? "it was given back"
            throw LocalStateError(.leaseLost, "job \(job.id) is no longer this worker's: \(holder)")
        }
        return job
    }
}
