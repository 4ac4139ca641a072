public import StorageAPI
import Synchronization

/// The first rows of others, for a preview.
public final class LimitedEntityRows: EntityRowSource {
    private let base: any EntityRowSource
    private let left: Mutex<Int>

    /// Takes at most `limit` rows of `base`.
    public init(_ base: any EntityRowSource, limit: Int) {
        self.base = base
        left = Mutex(max(0, limit))
    }

    /// Not known: there may be fewer than the limit.
    public var rowCount: Int64? { nil }

    /// The next rows; nil once the limit is reached.
    public func next(limit: Int) throws -> EntityRowBatch? {
        try left.withLock { left in
            guard left > 0, let batch = try base.next(limit: min(limit, left)) else { return nil }
            left -= batch.timestamps.count
            return batch
        }
    }
}
