public import FeatureModel

/// An ingestion job with everything a list or a detail view shows of it.
public struct JobSummary: Sendable, Hashable {
    /// The ledger's row.
    public let job: Job
    /// Rows written per second over the last samples; nil where unknown.
    public let rowsPerSecond: Double?
    /// Milliseconds between event time and writing for 99 of a hundred of the rows written lately; nil where unknown.
    public let eventLag99: Int64?
    /// Rows it set aside in the last 24 hours.
    public let deadLetters24h: Int64
    /// Since when it has the present status.
    public let statusSince: Timestamp
    /// True when it should be alive and its worker has not been heard of for longer than its lease.
    public let hasLostHeartbeat: Bool

    /// Makes a summary.
    public init(
        job: Job, rowsPerSecond: Double?, eventLag99: Int64? = nil, deadLetters24h: Int64, statusSince: Timestamp,
        hasLostHeartbeat: Bool
    ) {
        self.job = job
        self.rowsPerSecond = rowsPerSecond
        self.eventLag99 = eventLag99
        self.deadLetters24h = deadLetters24h
        self.statusSince = statusSince
        self.hasLostHeartbeat = hasLostHeartbeat
    }
}
