public import FeatureModel

/// A row of a batch that the store did not take.
public struct FailedElement: Sendable, Hashable {
    /// The row's place in ``RowBatch/rows``.
    public let index: Int
    /// The group of dead letters it belongs to.
    public let reason: DeadLetterReason
    /// What is wrong, in one sentence.
    public let message: String

    /// Makes an element.
    public init(index: Int, reason: DeadLetterReason, message: String) {
        self.index = index
        self.reason = reason
        self.message = message
    }
}
