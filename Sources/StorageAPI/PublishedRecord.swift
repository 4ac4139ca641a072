/// A record on its way into a source.
public struct PublishedRecord: Sendable, Hashable {
    /// The number of the row within its ingestion, from 1; a source that remembers takes each number once.
    public let rowNumber: Int64
    /// The bytes of a `feast.types.FeatureRow`.
    public let payload: [UInt8]

    /// Makes a record.
    public init(rowNumber: Int64, payload: [UInt8]) {
        self.rowNumber = rowNumber
        self.payload = payload
    }
}
