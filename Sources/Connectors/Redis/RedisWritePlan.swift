import FeatureModel
import StorageAPI

/// What is to be written for a batch: per key its newest row, and the rows that cannot be written at all.
///
/// Redis keeps no created time, so it is only within a batch that created time and position decide between equal event
/// times; between batches the later one wins.
struct RedisWritePlan: Sendable {
    /// A row that goes to the server.
    struct Entry: Sendable {
        let key: [UInt8]
        /// Its place in the batch.
        var row: Int
    }

    /// One entry per key, in the order in which the keys came.
    private(set) var entries: [Entry] = []
    private(set) var failed: [FailedElement] = []

    init(batch: RowBatch, codec: RedisRowCodec) {
        var places: [[UInt8]: Int] = [:]
        places.reserveCapacity(batch.rows.count)
        entries.reserveCapacity(batch.rows.count)
        for (index, row) in batch.rows.enumerated() {
            if let fault = codec.fault(in: row) {
                failed.append(FailedElement(index: index, reason: .rejected, message: fault))
                continue
            }
            let key = codec.bytes(of: row.key)
            if let place = places[key] {
                if Self.isNewer(row, than: batch.rows[entries[place].row]) { entries[place].row = index }
            } else {
                places[key] = entries.count
                entries.append(Entry(key: key, row: index))
            }
        }
    }

    /// The entries in groups that the server answers for together: few enough not to hold up its other clients, small
    /// enough not to fill the memory of either side.
    ///
    /// - Parameters:
    ///   - rows: the most entries of a group.
    ///   - bytes: a group that has reached this size is full; one entry is always in it, however large.
    ///   - size: about how many bytes the row of a place in the batch takes.
    func requests(rows: Int, bytes: Int, size: (Int) -> Int) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 0
        var filled = 0
        for (index, entry) in entries.enumerated() {
            filled += entry.key.count + size(entry.row)
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
