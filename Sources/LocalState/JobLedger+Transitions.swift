public import FeatureModel
import GRDB

extension JobLedger {
    /// Moves a job to another state, if ``FeatureModel/JobStatus`` allows the step. A job that ends gives its worker's
    /// lease back; one that ends in `ERROR` keeps the reason as its last error.
    ///
    /// - Throws: `notFound`; `conflict` when the step is not allowed.
    @discardableResult
    public func transition(
        _ id: JobID, to next: JobStatus, by actor: JobActor, reason: String, at now: Timestamp
    ) async throws(LocalStateError) -> Job {
        try await database.write { db in
            var job = try JobRow.require(id, in: db)
            try JobStep(actor: actor, reason: reason, at: now).take(&job, to: next, in: db)
            return job
        }
    }

    /// Moves a worker's own job to another state. A job that ends in `ERROR` has a failure counted.
    ///
    /// - Throws: `leaseLost` when the worker no longer holds the job or was ordered to begin anew; `conflict` when the
    ///   step is not allowed.
    @discardableResult
    public func transition(
        _ lease: JobLease, to next: JobStatus, reason: String, at now: Timestamp,
        policy: RestartPolicy = RestartPolicy()
    ) async throws(LocalStateError) -> Job {
        try await database.write { db in
            var job = try JobRow.require(lease, in: db)
            guard job.generation == lease.generation || next.isTerminal else {
                throw LocalStateError(.leaseLost, "job \(job.id) was ordered to begin anew")
            }
            job.heartbeatAt = now
            if next == .error { JobFailure(policy: policy, at: now).fail(&job) }
            if next == .running { job.lastError = nil }
            try JobStep(actor: .worker, reason: reason, at: now).take(&job, to: next, in: db)
            return job
        }
    }

    /// Wants a job to run: one that ended or is suspended becomes pending, any other stays as it is. Its failures are
    /// forgotten.
    ///
    /// - Throws: `notFound`; `conflict` while the job is ending, or when its pair has another active job.
    @discardableResult
    public func orderStart(
        _ id: JobID, by actor: JobActor, reason: String, at now: Timestamp
    ) async throws(LocalStateError) -> Job {
        try await database.write { db in
            var job = try JobRow.require(id, in: db)
            job.desired = .running
            job.forgetFailures()
            switch job.status {
            case .pending, .running, .unknown: try JobRow.update(job, in: db)
            case .completed, .aborted, .error, .suspended, .aborting, .suspending:
                try JobStep(actor: actor, reason: reason, at: now).take(&job, to: .pending, in: db)
            }
            return job
        }
    }

    /// Wants a job to begin anew, possibly with other feature sets: its generation grows and it becomes pending. A
    /// worker that runs it sees that and ends; whoever reconciles starts the next.
    ///
    /// - Parameter featureSets: the sets from now on; nil to leave them.
    /// - Throws: `notFound`; `conflict` while the job is ending; `invalid` when a set is not registered.
    @discardableResult
    public func orderRestart(
        _ id: JobID, featureSets: [FeatureSetReference]? = nil, by actor: JobActor, reason: String, at now: Timestamp
    ) async throws(LocalStateError) -> Job {
        try await database.write { db in
            var job = try JobRow.require(id, in: db)
            job.desired = .running
            job.generation += 1
            if actor == .operator || featureSets.map({ Set($0) != Set(job.featureSets) }) == true {
                job.forgetFailures()
            }
            job.retryAt = nil
            if let featureSets {
                job.featureSets = Set(featureSets).sorted()
                try JobRow.setFeatureSets(of: job, in: db)
            }
            try JobStep(actor: actor, reason: reason, at: now).take(&job, to: .pending, in: db)
            return job
        }
    }

    /// Wants a job to pause: `SUSPENDING` while a living worker has it, else `SUSPENDED` at once. It goes on from the
    /// committed position when it is started again. A job that is suspended, or on its way there, stays as it is.
    ///
    /// - Throws: `notFound`; `conflict` for a job that is not running.
    @discardableResult
    public func orderSuspend(
        _ id: JobID, by actor: JobActor, reason: String, at now: Timestamp, term: Duration
    ) async throws(LocalStateError) -> Job {
        try await database.write { db in
            var job = try JobRow.require(id, in: db)
            let step = JobStep(actor: actor, reason: reason, at: now)
            if job.status != .suspended { try step.take(&job, to: .suspending, in: db) }
            if job.status == .suspending, !job.hasLivingWorker(at: now, term: term) {
                try step.take(&job, to: .suspended, in: db)
            }
            return job
        }
    }

    /// Wants a job to end: `ABORTING` while a living worker has it, else `ABORTED` at once. A job that has ended stays
    /// as it is.
    ///
    /// - Parameter keepsEnded: true when it must stay ended until somebody starts it (an operator's stop); false when
    ///   it is only not needed now.
    /// - Throws: `notFound`.
    @discardableResult
    public func orderStop(
        _ id: JobID, keepsEnded: Bool, by actor: JobActor, reason: String, at now: Timestamp, term: Duration
    ) async throws(LocalStateError) -> Job {
        try await database.write { db in
            var job = try JobRow.require(id, in: db)
            if keepsEnded { job.desired = .stopped }
            let step = JobStep(actor: actor, reason: reason, at: now)
            if job.status.isTerminal {
                try JobRow.update(job, in: db)
            } else if job.hasLivingWorker(at: now, term: term) {
                try step.take(&job, to: .aborting, in: db)
            } else {
                try step.take(&job, to: job.status.canBecome(.aborted) ? .aborted : .aborting, in: db)
                if job.status == .aborting { try step.take(&job, to: .aborted, in: db) }
            }
            return job
        }
    }
}
