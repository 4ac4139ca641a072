public import FeatureModel

/// One record of a source, undecoded.
public struct SourceRecord: Sendable, Hashable {
    /// Where it stands.
    public let position: SourcePosition
    /// When the source accepted it: Kafka's message time, the local log's append time.
    public let createdTimestamp: Timestamp
    /// The bytes of a `feast.types.FeatureRow`, one hopes.
    public let payload: [UInt8]

    /// Makes a record.
    public init(position: SourcePosition, createdTimestamp: Timestamp, payload: [UInt8]) {
        self.position = position
        self.createdTimestamp = createdTimestamp
        self.payload = payload
    }
}
