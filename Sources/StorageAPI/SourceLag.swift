public import FeatureModel

/// How far a consumer is behind the end of its source.
public struct SourceLag: Sendable, Hashable {
    /// Records that were accepted and not yet committed.
    public let records: Int64
    /// When the oldest of them was accepted; nil when none waits, or none was read whose time would tell.
    public let oldest: Timestamp?
    /// The partitions that this consumer reads, by number; empty where the source has only one.
    public let partitions: [PartitionLag]

    /// Makes a lag.
    public init(records: Int64, oldest: Timestamp?, partitions: [PartitionLag] = []) {
        self.records = records
        self.oldest = oldest
        self.partitions = partitions
    }
}
