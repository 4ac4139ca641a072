import FaultKit
import FeatureModel
import StorageAPI

/// Many rows of few keys with shuffled event times, some of them equal, and what must be left of them.
struct RaceRows {
    /// The number of keys, which are the places from 0.
    static let keys: Int64 = 1_000

    /// In the order in which they are to be written; each has its own number of visits.
    let rows: [ValidatedRow]

    init(count: Int64, seed: UInt64) {
        var generator = SequenceGenerator(state: seed)
        rows = (0..<count).map { number in
            // Few enough times for equal ones, and both parts of a time decide.
            let time = Timestamp(
                seconds: .random(in: 0..<20, using: &generator), nanoseconds: .random(in: 0..<8, using: &generator))
            return RedisFixture.row(number % Self.keys, visits: number, label: "row \(number)", at: time)
        }.shuffled(using: &generator)
    }

    /// Deals the rows out to writers, in batches of different sizes.
    func batches(for writers: Int, seed: UInt64) -> [[RowBatch]] {
        var generator = SequenceGenerator(state: seed)
        return (0..<writers).map { writer in
            let share = rows[rows.count * writer / writers..<rows.count * (writer + 1) / writers]
            var batches: [RowBatch] = []
            var start = share.startIndex
            while start < share.endIndex {
                let end = min(share.endIndex, start + .random(in: 1...1_500, using: &generator))
                batches.append(RedisFixture.batch(Array(share[start..<end])))
                start = end
            }
            return batches
        }
    }

    /// What may be left for each key: its newest row; of several equally new ones any, for the last to arrive is left.
    var newest: [[OnlineRow]] {
        var newest = [[OnlineRow]](repeating: [], count: Int(Self.keys))
        var times = [Timestamp?](repeating: nil, count: Int(Self.keys))
        for row in rows {
            guard case .int64(let key) = row.key.values[0] else { continue }
            if let time = times[Int(key)], time > row.eventTimestamp { continue }
            if times[Int(key)] != row.eventTimestamp { newest[Int(key)] = [] }
            times[Int(key)] = row.eventTimestamp
            newest[Int(key)].append(
                OnlineRow(eventTimestamp: row.eventTimestamp, createdTimestamp: nil, values: row.features))
        }
        return newest
    }
}
