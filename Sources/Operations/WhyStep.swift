public import FeatureModel

/// One link of the chain of reasons behind an online value.
public struct WhyStep: Sendable, Hashable {
    /// How it stands.
    public enum Verdict: String, Sendable, Hashable {
        case ok
        case fail
        case info
        case notApplicable = "n/a"
    }

    /// What an `Enter` on the step opens.
    public enum Target: Sendable, Hashable {
        case featureSet(FeatureSetReference)
        case store(StoreName)
        case job(JobID)
        case deadLetters(DeadLetterQuery)
    }

    /// What was asked: `feature set`, `key`, `store`, `job`, `freshness`, `history`, `dead letters`, `value`.
    public let step: String
    /// How it stands.
    public let verdict: Verdict
    /// A short fact.
    public let fact: String
    /// Where more is to be seen.
    public let target: Target?

    /// Makes a step.
    public init(step: String, verdict: Verdict, fact: String, target: Target? = nil) {
        self.step = step
        self.verdict = verdict
        self.fact = fact
        self.target = target
    }
}
