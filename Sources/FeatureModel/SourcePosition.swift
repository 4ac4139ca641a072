/// A place in a source: a partition and an offset within it. The local log has one partition, 0.
public struct SourcePosition: Sendable, Hashable, Codable, Comparable {
    /// The partition.
    public let partition: Int32
    /// The offset of the record within its partition.
    public let offset: Int64

    /// Makes a position.
    public init(partition: Int32, offset: Int64) {
        self.partition = partition
        self.offset = offset
    }

    /// Orders by partition, then offset. Within one partition: by time of acceptance.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        left.partition != right.partition ? left.partition < right.partition : left.offset < right.offset
    }
}
