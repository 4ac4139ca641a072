/// How many records of one ingestion have been answered for, and how.
public struct IngestionTally: Sendable, Hashable {
    /// Rows that the store took.
    public var written: Int64
    /// Rows that were set aside.
    public var failed: Int64
    /// Rows that the store does not subscribe to.
    public var ignored: Int64

    /// Makes a tally; all zero unless said.
    public init(written: Int64 = 0, failed: Int64 = 0, ignored: Int64 = 0) {
        self.written = written
        self.failed = failed
        self.ignored = ignored
    }

    /// All of them.
    public var total: Int64 { written + failed + ignored }

    static func += (left: inout Self, right: Self) {
        left.written += right.written
        left.failed += right.failed
        left.ignored += right.ignored
    }
}
