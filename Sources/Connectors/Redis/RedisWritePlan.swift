import FeatureModel
import StorageAPI

/// What is to be written for a batch: per key its newest row, and the rows that cannot be written at all.
///
/// Redis keeps no created time, so it is only within a batch that created time and position decide between equal event
/// times; between batches the later one wins.
struct RedisWritePlan: Sendable {
    /// A row that goes to the server; its key has the entry's place in ``RedisWritePlan/keys``.
    struct Entry: Sendable {
        /// Its place in the batch.
        var row: Int
        /// How many bytes its value takes.
        var valueSize: Int
    }

    /// The keys, in the order in which they came.
    private(set) var keys: DistinctKeys
    /// One entry per key.
    private(set) var entries: [Entry] = []
    private(set) var failed: [FailedElement] = []

    init(batch: RowBatch, codec: RedisRowCodec) {
        let first = batch.rows.first.map { codec.fits($0.key) ? codec.size(of: $0.key) : 0 } ?? 0
        keys = DistinctKeys(capacity: batch.rows.count, bytes: batch.rows.count * (first + 8))
        entries.reserveCapacity(batch.rows.count)
        for (index, row) in batch.rows.enumerated() {
            if let fault = codec.fault(in: row) {
                failed.append(FailedElement(index: index, reason: .rejected, message: fault))
                continue
            }
            let (key, isNew) = keys.insert(size: codec.size(of: row.key)) { codec.write(row.key, into: $0) }
            if isNew {
                entries.append(Entry(row: index, valueSize: codec.valueSize(of: row)))
            } else if Self.isNewer(row, than: batch.rows[entries[key].row]) {
                entries[key] = Entry(row: index, valueSize: codec.valueSize(of: row))
            }
        }
    }

    /// The entries in groups that the server answers for together: few enough not to hold up its other clients, small
    /// enough not to fill the memory of either side.
    ///
    /// - Parameters:
    ///   - rows: the most entries of a group.
    ///   - bytes: a group that has reached this size is full; one entry is always in it, however large.
    func requests(rows: Int, bytes: Int) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 0
        var filled = 0
        for (index, entry) in entries.enumerated() {
            filled += keys.size(of: index) + entry.valueSize
            if filled >= bytes || index + 1 - start >= rows || index + 1 == entries.count {
                groups.append(start..<index + 1)
                start = index + 1
                filled = 0
            }
        }
        return groups
    }

    /// The order of rows with one key; an equal row counts as newer, so that the later of the two is left.
    private static func isNewer(_ row: ValidatedRow, than other: ValidatedRow) -> Bool {
        if row.eventTimestamp != other.eventTimestamp { return row.eventTimestamp > other.eventTimestamp }
        if row.createdTimestamp != other.createdTimestamp { return row.createdTimestamp > other.createdTimestamp }
        return row.position >= other.position
    }
}
