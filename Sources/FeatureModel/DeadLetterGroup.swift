/// Dead letters with one reason, counted.
public struct DeadLetterGroup: Sendable, Hashable, Codable {
    /// What they have in common.
    public let reason: DeadLetterReason
    /// The feature set they were meant for, where known.
    public let featureSet: FeatureSetReference?
    /// The store they were meant for, where known.
    public let store: StoreName?
    /// How many there are.
    public let count: Int64
    /// The oldest.
    public let first: Timestamp
    /// The newest.
    public let last: Timestamp

    /// Makes a group.
    public init(
        reason: DeadLetterReason, featureSet: FeatureSetReference?, store: StoreName?, count: Int64, first: Timestamp,
        last: Timestamp
    ) {
        self.reason = reason
        self.featureSet = featureSet
        self.store = store
        self.count = count
        self.first = first
        self.last = last
    }
}
