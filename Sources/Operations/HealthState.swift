/// How an endpoint is, in the words that screens and commands use.
public enum HealthState: String, Sendable, Hashable, CaseIterable {
    /// Not asked yet.
    case unknown
    /// Answers.
    case up
    /// Answers, but takes longer than it should.
    case slow
    /// Some requests fail.
    case degraded
    /// Does not answer.
    case down
}
