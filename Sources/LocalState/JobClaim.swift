public import FeatureModel

/// What became of the wish to run a job.
public enum JobClaim: Sendable, Hashable {
    /// The job is the worker's.
    case claimed(JobLease, Job)
    /// Another worker has it, and was heard of then.
    case held(by: WorkerIdentity, heartbeatAt: Timestamp)
    /// The job has ended; it must be started again first.
    case ended(JobStatus)
}
