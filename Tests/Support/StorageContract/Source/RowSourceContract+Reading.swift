import FeatureModel
import StorageAPI

extension RowSourceContract {
    static let order: [Clause] = [
        Clause("source.order", "records come once each, by offset, with their bytes", scope) { run in
            try await publish(1...100, run)
            let source = try await run.source(group: "one")
            let records = try await read(100, from: source, atOnce: 7, run)
            try expect(records, 1...100)
            for (partition, group) in Dictionary(grouping: records, by: \.position.partition) {
                let offsets = group.map(\.position.offset)
                try require(
                    zip(offsets, offsets.dropFirst()).allSatisfy { $0 < $1 },
                    "partition \(partition) came in the order \(Facts.text(offsets))")
            }
            try await expectNothing(from: source)
        },
        Clause("source.byte-limit", "a read stops at the bytes asked for, and one record always fits", scope) { run in
            try await publish(1...20, run)
            let source = try await run.source(group: "one")
            let one = try await source.read(maxRecords: 10, maxBytes: 1, waitingUpTo: run.harness.patience)
            try require(one.count == 1, "\(one.count) records came for a limit of one byte")
            let size = payload(1).count
            let few = try await source.read(maxRecords: 10, maxBytes: size * 4, waitingUpTo: run.harness.patience)
            try require((1...4).contains(few.count), "\(few.count) records came for the bytes of four")
            try expect(one + few + (try await read(20 - 1 - few.count, from: source, run)), 1...20)
        },
        Clause("source.created-time", "acceptance times never run backwards within a partition", scope) { run in
            for number in 1...10 as ClosedRange<Int64> { try await publish(number...number, run) }
            let records = try await read(10, from: try await run.source(group: "one"), run)
            for group in Dictionary(grouping: records, by: \.position.partition).values {
                let times = group.map(\.createdTimestamp)
                try require(times == times.sorted(), "acceptance times run backwards: \(Facts.text(times))")
            }
            let again = try await read(10, from: try await run.source(group: "two"), run)
            let first = Dictionary(uniqueKeysWithValues: records.map { ($0.position, $0.createdTimestamp) })
            let second = Dictionary(uniqueKeysWithValues: again.map { ($0.position, $0.createdTimestamp) })
            try require(first == second, "a record read again has another position or acceptance time")
        },
        Clause("source.large-record", "a record of 1 MiB comes whole", scope) { run in
            let payload = [UInt8](repeating: 7, count: 1 << 20)
            _ = try await run.publisher().publish(
                [PublishedRecord(rowNumber: 1, payload: payload), PublishedRecord(rowNumber: 2, payload: [])],
                ingestion: "large")
            let records = try await read(2, from: try await run.source(group: "one"), run)
            try require(
                Set(records.map(\.payload)) == [payload, []], "the records have \(records.map(\.payload.count)) bytes")
        },
    ]

    static let commitment: [Clause] = [
        Clause("source.resume", "a reopened source goes on behind the committed position", scope) { run in
            try await publish(1...30, run)
            let source = try await run.source(group: "one")
            let first = try await read(12, from: source, atOnce: 12, run)
            try await source.commit(ends(first))
            await source.close()
            let rest = try await read(18, from: try await run.source(group: "one"), run)
            try expect(first + rest, 1...30)
        },
        Clause("source.at-least-once", "what was not committed is handed out again", scope) { run in
            try await publish(1...10, run)
            let source = try await run.source(group: "one")
            _ = try await read(10, from: source, run)
            await source.close()
            try expect(try await read(10, from: try await run.source(group: "one"), run), 1...10)
        },
        Clause("source.groups", "consumer groups know nothing of each other", scope) { run in
            try await publish(1...10, run)
            let one = try await run.source(group: "one")
            try await one.commit(ends(try await read(10, from: one, run)))
            try expect(try await read(10, from: try await run.source(group: "two"), run), 1...10)
            await one.close()
            try await expectNothing(from: try await run.source(group: "one"))
        },
        Clause("source.commit-forward", "a committed position never moves backwards", scope) { run in
            try await publish(1...10, run)
            let source = try await run.source(group: "one")
            let records = try await read(10, from: source, run)
            try await source.commit(ends(records))
            try await source.commit(records.prefix(1).map(\.position))
            await source.close()
            try await expectNothing(from: try await run.source(group: "one"))
        },
        Clause("source.empty-commit", "committing nothing changes nothing", scope) { run in
            try await publish(1...3, run)
            let source = try await run.source(group: "one")
            _ = try await read(3, from: source, run)
            try await source.commit([])
            await source.close()
            try expect(try await read(3, from: try await run.source(group: "one"), run), 1...3)
        },
        Clause("source.lag", "the lag counts what was accepted and not committed, where the source can tell", scope) {
            run in
            let source = try await run.source(group: "one")
            guard try await source.lag() != nil else { return }
            try await expectLag(0, of: source)
            try await publish(1...5, run)
            try await expectLag(5, of: source, wereRead: false)
            let records = try await read(5, from: source, run)
            try await expectLag(5, of: source)
            try await source.commit(ends(Array(records.prefix(2))))
            let lag = try await source.lag()
            try require(
                lag?.records == 3 && lag?.oldest == records[2].createdTimestamp,
                "with 2 of 5 records committed the lag is \(Facts.text(lag))")
            try await source.commit(ends(records))
            try await expectLag(0, of: source)
        },
    ]

    /// Demands a lag. How old records are, a source need not know that hands out what it has not looked at.
    private static func expectLag(_ count: Int64, of source: any RowSource, wereRead: Bool = true) async throws {
        let lag = try await source.lag()
        try require(
            lag?.records == count && (!wereRead || (lag?.oldest == nil) == (count == 0)),
            "the lag is \(Facts.text(lag)), not \(count) records")
    }
}
