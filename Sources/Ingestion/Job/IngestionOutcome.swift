public import StorageAPI

/// How a run of a job ended.
public enum IngestionOutcome: Sendable, Equatable {
    /// On an order; everything that was answered for is committed, unless the lease was lost.
    case ordered(IngestionOrder)
    /// It cannot go on: the same attempt would fail again.
    case failed(StoreError)
}
