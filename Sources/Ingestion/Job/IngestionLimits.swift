public import StorageAPI

/// How much a job takes at a time, and how patiently it waits.
public struct IngestionLimits: Sendable, Hashable {
    /// The most records of one batch. Two batches are in memory at a time: one being written, one being read.
    public var batchRecords: Int
    /// A batch ends when its payloads add up to this.
    public var batchBytes: Int
    /// How long one read waits for the first record.
    public var readingWait: Duration
    /// How long to wait between attempts at something that failed.
    public var patience: RetryPolicy
    /// How often the distance to the source's end is written down.
    public var lagInterval: Duration

    /// Makes limits; the defaults suit embedded stores, whose cost is by page: the more rows of one entity a batch has,
    /// the fewer pages each of them costs.
    public init(
        batchRecords: Int = 5_000, batchBytes: Int = 2 << 20, readingWait: Duration = .seconds(1),
        patience: RetryPolicy = RetryPolicy(
            maxRetries: .max, initialBackoff: .milliseconds(500), maxBackoff: .seconds(15)),
        lagInterval: Duration = .seconds(1)
    ) {
        self.batchRecords = batchRecords
        self.batchBytes = batchBytes
        self.readingWait = readingWait
        self.patience = patience
        self.lagInterval = lagInterval
    }
}
