/// One link of the chain of reasons behind an online value.
public struct Reason: Sendable, Hashable {
    /// What was asked.
    public enum Step: String, Sendable, Hashable {
        case featureSet = "feature set"
        case key
        case store
        case job
        case freshness
        case history
        case deadLetters = "dead letters"
        case value
    }

    /// How it stands.
    public enum Verdict: Sendable, Hashable {
        case ok
        case fail
        case info
        case notApplicable
    }

    /// What was asked.
    public let step: Step
    /// How it stands.
    public let verdict: Verdict
    /// A short fact.
    public let fact: String
}
