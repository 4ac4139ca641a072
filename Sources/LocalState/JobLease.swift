public import FeatureModel

/// A worker's right to run a job, as ``JobLedger/claim(_:worker:at:term:)`` gives it. It ends when the worker is not
/// heard of for the term, or when it is given back.
public struct JobLease: Sendable, Hashable {
    /// The job.
    public let job: JobID
    /// The process that holds it.
    public let worker: WorkerIdentity
    /// The job's generation at the claim. Once the job's is greater, the worker must end and let another begin anew.
    public let generation: Int64

    /// Makes a lease.
    public init(job: JobID, worker: WorkerIdentity, generation: Int64) {
        self.job = job
        self.worker = worker
        self.generation = generation
    }
}
