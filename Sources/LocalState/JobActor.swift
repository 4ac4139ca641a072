/// Who changed a job's state.
public enum JobActor: String, Sendable, Hashable, Codable, CaseIterable {
    /// The part that makes jobs be as they should.
    case reconciler
    /// The process that runs the job.
    case worker
    /// A person, on screen or by command.
    case `operator`
}
