import StorageAPI

/// Why an online value is what it is: links in a fixed order, up to the first that is broken, then what else is known,
/// and what follows.
public struct ReasonChain: Sendable, Hashable {
    /// The links.
    public let reasons: [Reason]
    /// What follows, in one sentence.
    public let conclusion: String

    /// Draws the chain from the facts. Pure.
    public init(_ facts: ReasonFacts) {
        var builder = ReasonChainBuilder(facts: facts)
        builder.build()
        reasons = builder.reasons
        conclusion = builder.conclusion
    }
}
