public import FeatureModel

/// One thing to do so that the jobs are as they should be.
public enum JobAction: Sendable, Hashable {
    /// Nothing feeds the store from the source yet: make a job and launch it.
    case create(JobTask)
    /// Let the job begin anew, with the task's feature sets.
    case restart(JobID, JobTask, reason: String)
    /// The job is as it should be, but no living worker runs it: launch one.
    case launch(JobID, reason: String)
    /// The job was to pause, and nobody is left to bring it there.
    case suspend(JobID, reason: String)
    /// The job is not needed, or must be brought to its end.
    case stop(JobID, reason: String)
}
