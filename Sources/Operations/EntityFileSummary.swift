public import FeatureModel

/// What a file of entity rows looks like, read from its head.
public struct EntityFileSummary: Sendable, Hashable {
    /// Its columns, in order.
    public let columns: [String]
    /// Its format.
    public let format: RowFormat
    /// The column that would be taken as the time; nil when none is recognised.
    public let timestampColumn: String?
    /// The first rows as text.
    public let sample: [[String?]]
    /// Bytes on disk.
    public let bytes: Int64

    /// Makes a summary.
    public init(
        columns: [String], format: RowFormat, timestampColumn: String?, sample: [[String?]], bytes: Int64
    ) {
        self.columns = columns
        self.format = format
        self.timestampColumn = timestampColumn
        self.sample = sample
        self.bytes = bytes
    }
}
