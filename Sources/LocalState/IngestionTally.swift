public import FeatureModel

/// How many rows of one ingestion a job has answered for.
public struct IngestionTally: Sendable, Hashable {
    /// The job.
    public let job: JobID
    /// The store that it feeds.
    public let store: StoreName
    /// Rows that the store has.
    public var rowsWritten: Int64
    /// Rows set aside as dead letters.
    public var rowsFailed: Int64
    /// Rows that the store does not subscribe to.
    public var rowsIgnored: Int64

    /// Makes a tally.
    public init(job: JobID, store: StoreName, rowsWritten: Int64, rowsFailed: Int64, rowsIgnored: Int64) {
        self.job = job
        self.store = store
        self.rowsWritten = rowsWritten
        self.rowsFailed = rowsFailed
        self.rowsIgnored = rowsIgnored
    }

    /// Rows that were answered for, in whichever way.
    public var rowsAnswered: Int64 { rowsWritten + rowsFailed + rowsIgnored }
}
