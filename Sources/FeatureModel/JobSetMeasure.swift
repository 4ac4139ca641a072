/// What a job has written of one feature set, and how fresh it was.
public struct JobSetMeasure: Sendable, Hashable {
    /// The feature set.
    public let featureSet: FeatureSetReference
    /// When it was measured.
    public let at: Timestamp
    /// Rows written since the job was created.
    public let totalRows: Int64
    /// Rows per second over the last sample's span.
    public let rowsPerSecond: Double
    /// Milliseconds between event time and writing for half of those rows; nil where none were written.
    public let eventLag50: Int64?
    /// The same for 99 of a hundred.
    public let eventLag99: Int64?
    /// The share of feature values that were null among those rows, from 0 to 1; nil where none were written.
    public let missingShare: Double?

    /// Makes a measure.
    public init(
        featureSet: FeatureSetReference, at: Timestamp, totalRows: Int64, rowsPerSecond: Double, eventLag50: Int64?,
        eventLag99: Int64?, missingShare: Double?
    ) {
        self.featureSet = featureSet
        self.at = at
        self.totalRows = totalRows
        self.rowsPerSecond = rowsPerSecond
        self.eventLag50 = eventLag50
        self.eventLag99 = eventLag99
        self.missingShare = missingShare
    }
}
