public import FeatureModel
public import RowFiles

/// Which file to ingest, and how to read it.
public struct FileIngestionRequest: Sendable {
    /// The file; one packed with gzip is read as it is.
    public let path: String
    /// Its format; nil to tell it by the name.
    public let format: RowFormat?
    /// The feature set its rows belong to.
    public let featureSet: FeatureSet
    /// The column of event times; nil for `event_timestamp`, else `datetime` (as in Feast's SDK).
    public let timestampColumn: String?
    /// How that column is read.
    public let timestampReading: TimestampReading

    /// Makes a request.
    public init(
        path: String, format: RowFormat? = nil, featureSet: FeatureSet, timestampColumn: String? = nil,
        timestampReading: TimestampReading = TimestampReading()
    ) {
        self.path = path
        self.format = format
        self.featureSet = featureSet
        self.timestampColumn = timestampColumn
        self.timestampReading = timestampReading
    }
}
