public import FeatureModel

/// Why an online value is what it is.
public struct WhyAnswer: Sendable, Hashable {
    /// The key's entities.
    public let entities: [NamedValue]
    /// The feature, in full.
    public let feature: FeatureReference
    /// The links, up to and including the first failure.
    public let steps: [WhyStep]
    /// What follows, in one sentence.
    public let conclusion: String
    /// The value as it was found; nil where it could not be read.
    public let value: OnlineValue?

    /// Makes an answer.
    public init(
        entities: [NamedValue], feature: FeatureReference, steps: [WhyStep], conclusion: String, value: OnlineValue?
    ) {
        self.entities = entities
        self.feature = feature
        self.steps = steps
        self.conclusion = conclusion
        self.value = value
    }
}
