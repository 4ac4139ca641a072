import FeatureModel
import StorageAPI

extension FeatureSinkContract {
    static let idempotence: [Clause] = [
        Clause("sink.row-twice", "a row that is written twice is one row", readable) { run in
            let store = try await run.store(Sample.readings)
            let row = Sample.reading(1, count: 7, label: "wet")
            try await store.write([row, row])
            try await store.write([row])
            try await store.expectNewest([(Sample.sensor(1), Sample.values(count: 7, label: "wet"))])
        },
        Clause("sink.redelivery", "a batch that is delivered again changes nothing", readable([.createdTime])) { run in
            let store = try await run.store(Sample.readings)
            let first = (0..<20).map { Sample.reading($0, count: $0, offset: $0) }
            let second = (0..<10).map { Sample.reading($0, count: $0 + 100, offset: $0 + 20) }
            try await store.write(first)
            try await store.write(second)
            try await store.write(second)
            try await store.write(first)
            let expected = (0..<20).map { ($0 as Int64, $0 < 10 ? $0 + 100 : $0) }
            try await store.expectNewest(expected.map { (Sample.sensor($0), Sample.values(count: $1)) })
        },
        Clause("sink.prepare-twice", "preparing a feature set again changes nothing", readable) { run in
            let store = try await run.store(Sample.readings)
            try await store.write([Sample.reading(1, count: 7)])
            try await store.sink.prepareWrite(Sample.readings)
            try await store.expectNewest([(Sample.sensor(1), Sample.values(count: 7))])
        },
    ]

    static let newest: [Clause] = [
        Clause("sink.newer-later", "a newer row takes the place of an older one", readable) { run in
            try await expectWinner(7, among: [row(1, second: 0), row(7, second: 1)], apart: true, run)
        },
        Clause("sink.older-later", "an older row never takes the place of a newer one", readable) { run in
            try await expectWinner(7, among: [row(7, second: 1), row(1, second: 0)], apart: true, run)
        },
        Clause("sink.older-later-in-batch", "within one batch too, the newest row wins", readable) { run in
            let rows = [row(1, second: 0), row(7, second: 3), row(2, second: 2), row(3, second: 1)]
            try await expectWinner(7, among: rows, apart: false, run)
        },
        Clause("sink.nanoseconds-decide", "a nanosecond decides which row is newer", readable) { run in
            let rows = [row(7, nanosecond: 999_999_999), row(1, nanosecond: 999_999_998), row(2, nanosecond: 0)]
            try await expectWinner(7, among: rows, apart: true, run)
        },
        Clause("sink.any-order", "the same rows leave the same value in whatever order they come", readable) { run in
            let rows = [row(1, second: 0), row(2, second: 1), row(3, second: 1, nanosecond: 1), row(7, second: 2)]
            let set = Sample.readings
            let store = try await run.store(set)
            for (number, order) in permutations(rows).enumerated() {
                for row in order { try await store.write([moved(row, to: Int64(number))]) }
            }
            try await store.expectNewest((0..<24).map { (Sample.sensor($0), Sample.values(count: 7)) })
        },
        Clause(
            "sink.created-decides", "at equal event times the later created time wins, in whatever order",
            readable([.createdTime])
        ) { run in
            let rows = [row(1, created: 0, offset: 9), row(7, created: 1, offset: 3), row(2, created: 0, offset: 8)]
            try await expectWinner(7, among: rows, apart: true, run)
        },
        Clause(
            "sink.created-nanoseconds", "a nanosecond of the created time decides", readable([.createdTime])
        ) { run in
            let later = Sample.accepted.adding(nanoseconds: 1)
            let rows = [
                Sample.reading(1, count: 7, created: later, offset: 1),
                Sample.reading(1, count: 1, created: Sample.accepted, offset: 2),
            ]
            try await expectWinner(7, among: rows, apart: true, run)
        },
        Clause(
            "sink.position-decides", "at equal times the greater position wins, in whatever order",
            readable([.createdTime])
        ) { run in
            let rows = [row(1, offset: 4), row(7, offset: 6), row(2, offset: 5)]
            try await expectWinner(7, among: rows, apart: true, run)
        },
        Clause(
            "sink.partition-decides", "positions compare by partition before offset", readable([.createdTime])
        ) { run in
            let rows = [row(7, offset: 1, partition: 1), row(1, offset: 9, partition: 0)]
            try await expectWinner(7, among: rows, apart: true, run)
        },
        Clause(
            "sink.arrival-decides", "where created times are not kept, the later arrival wins at equal event times",
            readable(without: .createdTime)
        ) { run in
            try await expectWinner(7, among: [row(1, offset: 1), row(7, offset: 2)], apart: true, run)
        },
        Clause("sink.two-sinks", "the newest row wins across two sinks", readable) { run in
            let first = try await run.store(Sample.readings)
            let second = try await run.store(Sample.readings)
            try await first.write([row(7, second: 5)])
            try await second.write([row(1, second: 4)])
            try await first.write([row(2, second: 3)])
            for store in [first, second] { try await store.expectNewest([(Sample.sensor(1), Sample.values(count: 7))]) }
        },
    ]

    private static func row(
        _ count: Int64, second: Int64 = 0, nanosecond: Int32 = 0, created: Int64 = 0, offset: Int64 = 0,
        partition: Int32 = 0
    ) -> ValidatedRow {
        Sample.reading(
            1, count: count, at: Sample.noon.adding(seconds: second, nanoseconds: nanosecond),
            created: Sample.accepted.adding(seconds: created), offset: offset, partition: partition)
    }

    private static func moved(_ row: ValidatedRow, to sensor: Int64) -> ValidatedRow {
        var moved = row
        moved.key = Sample.sensor(sensor)
        return moved
    }

    /// Writes rows of sensor 1, one by one or in one batch, and expects the count that is left.
    private static func expectWinner(
        _ count: Int64, among rows: [ValidatedRow], apart: Bool, _ run: ClauseRun
    ) async throws {
        let store = try await run.store(Sample.readings)
        for batch in apart ? rows.map({ [$0] }) : [rows] { try await store.write(batch) }
        try await store.expectNewest([(Sample.sensor(1), Sample.values(count: count))])
    }

    private static func permutations(_ rows: [ValidatedRow]) -> [[ValidatedRow]] {
        guard let last = rows.last else { return [[]] }
        return permutations(Array(rows.dropLast())).flatMap { shorter in
            (0...shorter.count).map { place in
                Array(shorter[..<place]) + [last] + Array(shorter[place...])
            }
        }
    }
}
