/// One line of a job's history: a change of state, who made it and why.
public struct JobEvent: Sendable, Hashable, Codable {
    /// When.
    public let at: Timestamp
    /// The state before; nil at the creation.
    public let from: JobStatus?
    /// The state after.
    public let to: JobStatus
    /// Who: `reconciler`, `worker`, or `operator`.
    public let by: String
    /// Why, in one sentence.
    public let reason: String

    /// Makes an event.
    public init(at: Timestamp, from: JobStatus?, to: JobStatus, by: String, reason: String) {
        self.at = at
        self.from = from
        self.to = to
        self.by = by
        self.reason = reason
    }
}
