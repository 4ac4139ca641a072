/// How far a consumer is behind the end of one partition.
public struct PartitionLag: Sendable, Hashable {
    /// The partition's number.
    public let partition: Int32
    /// The offset of the next record to be answered for; nil where nothing was committed.
    public let committed: Int64?
    /// The offset that the partition's next record will have.
    public let end: Int64
    /// Records that were accepted and not yet committed.
    public let records: Int64

    /// Makes a lag.
    public init(partition: Int32, committed: Int64?, end: Int64, records: Int64) {
        self.partition = partition
        self.committed = committed
        self.end = end
        self.records = records
    }
}
