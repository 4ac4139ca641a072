/// What a job has done, counted since it was created.
public struct JobCounters: Sendable, Hashable, Codable {
    /// Records taken from the source.
    public var rowsRead: Int64
    /// Rows that the store has answered for with success.
    public var rowsWritten: Int64
    /// Rows set aside as dead letters.
    public var rowsFailed: Int64
    /// Rows for feature sets that the store does not subscribe to.
    public var rowsIgnored: Int64

    /// Makes counters; all zero unless said.
    public init(rowsRead: Int64 = 0, rowsWritten: Int64 = 0, rowsFailed: Int64 = 0, rowsIgnored: Int64 = 0) {
        self.rowsRead = rowsRead
        self.rowsWritten = rowsWritten
        self.rowsFailed = rowsFailed
        self.rowsIgnored = rowsIgnored
    }
}
