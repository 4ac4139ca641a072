import FeatureModel
import StorageAPI

/// What is to be written for a batch, a part at a time: per key its newest row, and the rows that cannot be written at
/// all. While the server works on one part, the next one is planned.
///
/// Redis keeps no created time, so it is only within a batch that created time and position decide between equal event
/// times; between batches the later one wins. A key may come again in a later part, with a row that is newer by that order.
struct RedisWritePlan {
    /// How much goes at once.
    struct Sizes {
        /// Rows that are looked at before the first of them goes: the more, the more older rows of a key are left out; the
        /// fewer, the sooner the server has something to do.
        var rowsPerPart = 1024
        /// Rows per request: enough that a script call costs little per row, few enough that the server is never held up
        /// for a noticeable time.
        var rowsPerRequest = 128
        /// A request that has this many bytes is full; one row is always in it, however large.
        var bytesPerRequest = 256 << 10
    }

    /// A row that goes to the server.
    struct Entry {
        /// The number of its key in ``RedisWritePlan/keys``.
        let key: Int
        /// Its place in the batch.
        var row: Int
        /// How many bytes its value takes.
        var valueSize: Int
    }

    /// The keys, in the order in which they came.
    private(set) var keys: DistinctKeys
    /// What has been planned so far; entries that were handed out stay as they are.
    private(set) var entries: [Entry] = []
    private(set) var failed: [FailedElement] = []

    private let batch: RowBatch
    private let codec: RedisRowCodec
    private let sizes: Sizes
    /// For every key its latest entry.
    private var latest: [Int] = []
    private var nextRow = 0
    private var handedOut = 0

    init(batch: RowBatch, codec: RedisRowCodec, sizes: Sizes = Sizes()) {
        let first = batch.rows.first.map { codec.fits($0.key) ? codec.size(of: $0.key) : 0 } ?? 0
        keys = DistinctKeys(capacity: batch.rows.count, bytes: batch.rows.count * (first + 8))
        entries.reserveCapacity(batch.rows.count)
        latest.reserveCapacity(batch.rows.count)
        self.batch = batch
        self.codec = codec
        self.sizes = sizes
    }

    /// The entries of the next request; nil when there are no more.
    mutating func nextRequest() -> Range<Int>? {
        while handedOut == entries.count {
            guard nextRow < batch.rows.count else { return nil }
            planPart()
        }
        let start = handedOut
        var filled = 0
        repeat {
            filled += keys.size(of: entries[handedOut].key) + entries[handedOut].valueSize
            handedOut += 1
        } while handedOut < entries.count && handedOut - start < sizes.rowsPerRequest && filled < sizes.bytesPerRequest
        return start..<handedOut
    }

    private mutating func planPart() {
        let end = min(nextRow + sizes.rowsPerPart, batch.rows.count)
        while nextRow < end {
            plan(nextRow)
            nextRow += 1
        }
    }

    private mutating func plan(_ index: Int) {
        let row = batch.rows[index]
        if let fault = codec.fault(in: row) {
            failed.append(FailedElement(index: index, reason: .rejected, message: fault))
            return
        }
        let (key, isNew) = keys.insert(size: codec.size(of: row.key)) { codec.write(row.key, into: $0) }
        if isNew {
            latest.append(entries.count)
        } else if !Self.isNewer(row, than: batch.rows[entries[latest[key]].row]) {
            return
        } else if latest[key] >= handedOut {
            entries[latest[key]] = Entry(key: key, row: index, valueSize: codec.valueSize(of: row))
            return
        } else {
            latest[key] = entries.count
        }
        entries.append(Entry(key: key, row: index, valueSize: codec.valueSize(of: row)))
    }

    /// The order of rows with one key; an equal row counts as newer, so that the later of the two is left.
    private static func isNewer(_ row: ValidatedRow, than other: ValidatedRow) -> Bool {
        if row.eventTimestamp != other.eventTimestamp { return row.eventTimestamp > other.eventTimestamp }
        if row.createdTimestamp != other.createdTimestamp { return row.createdTimestamp > other.createdTimestamp }
        return row.position >= other.position
    }
}
