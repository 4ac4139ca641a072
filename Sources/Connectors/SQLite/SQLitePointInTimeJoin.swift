import FeatureModel
import SQLiteAccess
import StorageAPI

/// Answers the questions to one feature set: which row was true for a key at a time (spec section 4.6).
final class SQLitePointInTimeJoin {
    /// The last row found, and the questions that it answers too: those of its key from its event time to the time
    /// it was found for, since no other row lies between.
    private struct Memory {
        let key: EntityKey
        let time: Timestamp
        let row: SQLiteStoredRow?

        func answers(_ key: EntityKey, at time: Timestamp) -> Bool {
            guard time <= self.time, isIdentical(key) else { return false }
            return row.map { $0.eventTimestamp <= time } ?? true
        }

        /// To Swift two spellings of é are equal, to SQLite they are two keys.
        private func isIdentical(_ other: EntityKey) -> Bool {
            key.values.count == other.values.count
                && zip(key.values, other.values).allSatisfy { $0.isIdentical(to: $1) }
        }
    }

    /// How many features are asked for.
    let width: Int
    private let reader: SQLiteRowReader?
    private let maxAgeSeconds: Int64?
    private var memory: Memory?

    /// Makes a join.
    ///
    /// - Parameter reader: nil where the feature set was never written, so that everything is null.
    init(_ request: HistoricalFeatureSetRequest, reader: SQLiteRowReader?) {
        width = request.features.count
        maxAgeSeconds = request.maxAgeSeconds.flatMap { $0 > 0 ? $0 : nil }
        self.reader = reader
    }

    /// The answers to a batch: per entity row, the values of all feature sets in their order.
    static func answers(
        to batch: EntityRowBatch, through joins: [SQLitePointInTimeJoin]
    ) throws(DatabaseError) -> [[FeatureValue?]] {
        let width = joins.reduce(0) { $0 + $1.width }
        var answers: [[FeatureValue?]] = []
        answers.reserveCapacity(batch.timestamps.count)
        for row in batch.timestamps.indices {
            var answer: [FeatureValue?] = []
            answer.reserveCapacity(width)
            for (place, join) in joins.enumerated() {
                try join.append(to: &answer, key: batch.keys[place][row], time: batch.timestamps[row])
            }
            answers.append(answer)
        }
        return answers
    }

    private func append(
        to answer: inout [FeatureValue?], key: EntityKey?, time: Timestamp
    ) throws(DatabaseError) {
        if let key, let row = try row(of: key, at: time), isYoungEnough(row, at: time) {
            answer.append(contentsOf: row.values)
        } else {
            answer.append(contentsOf: repeatElement(nil, count: width))
        }
    }

    private func row(of key: EntityKey, at time: Timestamp) throws(DatabaseError) -> SQLiteStoredRow? {
        if let memory, memory.answers(key, at: time) { return memory.row }
        let row = try reader?.row(of: key, asOf: time)
        memory = Memory(key: key, time: time, row: row)
        return row
    }

    /// Strictly younger than the max age, to the nanosecond: exactly as old is too old here.
    private func isYoungEnough(_ row: SQLiteStoredRow, at time: Timestamp) -> Bool {
        guard let maxAgeSeconds else { return true }
        let (oldest, overflow) = time.seconds.subtractingReportingOverflow(maxAgeSeconds)
        return overflow || row.eventTimestamp > Timestamp(seconds: oldest, nanoseconds: time.nanoseconds)
    }
}
