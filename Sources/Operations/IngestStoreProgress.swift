public import FeatureModel

/// What one store has answered for, of one ingestion.
public struct IngestStoreProgress: Sendable, Hashable {
    /// The store.
    public let name: StoreName
    /// Rows written.
    public let written: Int64
    /// Rows set aside.
    public let failed: Int64
    /// Rows it does not subscribe to.
    public let ignored: Int64
    /// Rows it has to answer for in all.
    public let total: Int64

    /// Makes a progress.
    public init(name: StoreName, written: Int64, failed: Int64, ignored: Int64, total: Int64) {
        self.name = name
        self.written = written
        self.failed = failed
        self.ignored = ignored
        self.total = total
    }

    /// True when nothing is outstanding.
    public var isComplete: Bool { written + failed + ignored >= total }
}
