public import StorageAPI

/// How much a job takes at a time, and how patiently it waits.
public struct IngestionLimits: Sendable, Hashable {
    /// The most records of one batch; nil for as many as suit the store. Three batches are in memory at a time: one being
    /// read, one being written, one being settled.
    public var batchRecords: Int?
    /// A batch ends when its payloads add up to this; nil for what suits the store.
    public var batchBytes: Int?
    /// How long one read waits for the first record.
    public var readingWait: Duration
    /// How long to wait between attempts at something that failed.
    public var patience: RetryPolicy
    /// How often the distance to the source's end is written down.
    public var lagInterval: Duration

    /// Makes limits.
    public init(
        batchRecords: Int? = nil, batchBytes: Int? = nil, readingWait: Duration = .seconds(1),
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

extension IngestionLimits {
    /// How much of a source is read at a time for a sink.
    func batchSize(for sink: any FeatureSink) -> BatchSize {
        let suited = sink.batchSize
        return BatchSize(rows: batchRecords ?? suited.rows, bytes: batchBytes ?? suited.bytes)
    }
}
