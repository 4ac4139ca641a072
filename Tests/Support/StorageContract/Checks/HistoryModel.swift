public import FeatureModel

/// What rows leave behind, said as simply as it can be: a list, searched from end to end.
public struct HistoryModel: Sendable {
    /// Every key once, in the order in which they came.
    public let keys: [EntityKey]
    private let rows: [MemoryKey: [ValidatedRow]]

    /// Makes a model of rows in any order, with or without repetitions.
    public init(_ rows: [ValidatedRow]) {
        self.rows = Dictionary(grouping: rows) { MemoryKey($0.key) }
        var seen: Set<MemoryKey> = []
        keys = rows.map(\.key).filter { seen.insert(MemoryKey($0)).inserted }
    }

    /// The row that wins for a key; nil where none was written.
    public func newest(_ key: EntityKey) -> ValidatedRow? { winner(rows[MemoryKey(key)] ?? []) }

    /// The row that a question at a time is answered with.
    ///
    /// - Parameters:
    ///   - key: nil never matches.
    ///   - time: as of when.
    ///   - maxAgeSeconds: the row must be strictly younger; nil for unlimited.
    public func current(_ key: EntityKey?, at time: Timestamp, maxAgeSeconds: Int64? = nil) -> ValidatedRow? {
        guard let key else { return nil }
        let past = (rows[MemoryKey(key)] ?? []).filter { $0.eventTimestamp <= time }
        guard let row = winner(past) else { return nil }
        guard let maxAgeSeconds else { return row }
        return row.eventTimestamp > time.adding(seconds: -maxAgeSeconds) ? row : nil
    }

    private func winner(_ rows: [ValidatedRow]) -> ValidatedRow? {
        rows.max { left, right in
            if left.eventTimestamp != right.eventTimestamp { return left.eventTimestamp < right.eventTimestamp }
            if left.createdTimestamp != right.createdTimestamp { return left.createdTimestamp < right.createdTimestamp }
            return left.position < right.position
        }
    }
}
