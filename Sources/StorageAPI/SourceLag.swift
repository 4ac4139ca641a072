public import FeatureModel

/// How far a consumer is behind the end of its source.
public struct SourceLag: Sendable, Hashable {
    /// Records that were accepted and not yet committed.
    public let records: Int64
    /// When the oldest of them was accepted; nil when none waits.
    public let oldest: Timestamp?

    /// Makes a lag.
    public init(records: Int64, oldest: Timestamp?) {
        self.records = records
        self.oldest = oldest
    }
}
