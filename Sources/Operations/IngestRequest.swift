public import FeatureModel

/// What `larder ingest` is asked to do.
public struct IngestRequest: Sendable, Hashable {
    /// The unit of a numeric time column.
    public enum TimestampUnit: String, Sendable, Hashable, CaseIterable {
        case seconds = "s"
        case milliseconds = "ms"
        case microseconds = "us"
        case nanoseconds = "ns"
    }

    /// The file, absolute; a name ending in `.gz` is read compressed.
    public let path: String
    /// Its format; nil to tell it by the name.
    public let format: RowFormat?
    /// The feature set its rows belong to.
    public let featureSet: FeatureSetReference
    /// The column of event times; nil for `event_timestamp` (or `datetime`).
    public let timestampColumn: String?
    /// The unit, where the column holds numbers; nil refuses numbers.
    public let timestampUnit: TimestampUnit?
    /// Takes times without a zone as UTC.
    public let assumesUTC: Bool
    /// Makes a new ingestion id, so that rows that were taken before are taken again.
    public let again: Bool
    /// Returns when every subscribed store has answered for every row.
    public let waits: Bool

    /// Makes a request.
    public init(
        path: String, format: RowFormat? = nil, featureSet: FeatureSetReference, timestampColumn: String? = nil,
        timestampUnit: TimestampUnit? = nil, assumesUTC: Bool = false, again: Bool = false, waits: Bool = false
    ) {
        self.path = path
        self.format = format
        self.featureSet = featureSet
        self.timestampColumn = timestampColumn
        self.timestampUnit = timestampUnit
        self.assumesUTC = assumesUTC
        self.again = again
        self.waits = waits
    }
}
