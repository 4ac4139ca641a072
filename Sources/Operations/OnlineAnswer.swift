public import FeatureModel

/// The answer to an online question.
public struct OnlineAnswer: Sendable, Hashable {
    /// One element per key and feature: all features of the first key, then of the second, in the question's order.
    public let values: [OnlineValue]
    /// The time that freshness was judged by.
    public let asOf: Timestamp
    /// How long the stores took.
    public let milliseconds: Double

    /// Makes an answer.
    public init(values: [OnlineValue], asOf: Timestamp, milliseconds: Double) {
        self.values = values
        self.asOf = asOf
        self.milliseconds = milliseconds
    }
}
