import FeatureModel
import GRDB

/// A failure of a job, counted in the same transaction as what follows from it.
struct JobFailure {
    let policy: RestartPolicy
    let at: Timestamp

    /// A worker was lost: the job waits for the next one, or ends in `ERROR` when this happened too often.
    func lose(_ job: inout Job, reason: String, by actor: JobActor, in db: Database) throws {
        count(&job)
        job.retryAt = at.advanced(by: policy.rest(afterLosses: job.attempts))
        job.worker = nil
        job.lastError = reason
        let isHopeless = job.attempts >= policy.maxAttempts && job.status.canBecome(.error)
        if isHopeless {
            job.retryAt = nil
            let end = "it failed \(job.attempts) times in a row, the last time: \(reason)"
            try JobStep(actor: actor, reason: end, at: at).take(&job, to: .error, in: db)
        } else if job.status == .running || job.status == .unknown {
            try JobStep(actor: actor, reason: reason, at: at).take(&job, to: .pending, in: db)
        } else {
            try JobRow.update(job, in: db)
        }
    }

    /// A worker could not go on: the job is in `ERROR`, and is tried again later.
    func fail(_ job: inout Job) {
        count(&job)
        job.retryAt = job.attempts < policy.maxAttempts ? at.advanced(by: policy.rest(afterErrors: job.attempts)) : nil
    }

    /// Failures before a long good run are forgotten.
    private func count(_ job: inout Job) {
        job.attempts = job.isSteady(at: at, policy: policy) ? 1 : job.attempts + 1
    }
}

extension Job {
    /// True when the job has run long enough to count as well.
    func isSteady(at now: Timestamp, policy: RestartPolicy) -> Bool {
        guard status == .running, let startedAt else { return false }
        return Duration.seconds(now.wholeSeconds(since: startedAt)) >= policy.steadyAfter
    }

    /// Forgets the failures.
    mutating func forgetFailures() {
        attempts = 0
        retryAt = nil
    }
}
