import FeatureModel
import StorageAPI

extension RowSourceContract {
    static let waiting: [Clause] = [
        Clause("source.no-wait", "a read that may not wait returns nothing when there is nothing", scope) { run in
            try await expectNothing(from: try await run.source(group: "one"))
        },
        Clause("source.wakes", "a waiting read wakes when something is published", scope) { run in
            let source = try await run.source(group: "one")
            let publisher = try await run.publisher()
            for number in 1...20 as ClosedRange<Int64> {
                async let reading = source.read(maxRecords: 5, maxBytes: 1 << 20, waitingUpTo: run.harness.patience)
                for _ in 0..<number { await Task.yield() }
                _ = try await publisher.publish(records(number...number), ingestion: Sample.ingestionID)
                try expect(try await reading, number...number)
            }
        },
        Clause("source.cancelled-wait", "a cancelled wait ends as cancelled and loses nothing", scope) { run in
            let source = try await run.source(group: "one")
            for round in 0..<10 {
                let reading = Task {
                    try await source.read(maxRecords: 5, maxBytes: 1 << 20, waitingUpTo: run.harness.patience)
                }
                for _ in 0..<round { await Task.yield() }
                reading.cancel()
                let result = await reading.result
                guard case .failure(let error) = result, (error as? StoreError)?.code == .cancelled else {
                    throw Violation("a cancelled wait ended as \(Facts.text(result))")
                }
            }
            try await publish(1...5, run)
            try expect(try await read(5, from: source, run), 1...5)
        },
    ]

    static let publishing: [Clause] = [
        Clause("source.publish-counts", "a publish says how many records it appended", scope) { run in
            let result = try await run.publisher().publish(records(1...8), ingestion: "file")
            try require(result.appended == 8 && result.alreadyThere == 0, "8 new records gave \(result)")
            let none = try await run.publisher().publish([], ingestion: "file")
            try require(none.appended == 0 && none.alreadyThere == 0, "no records gave \(none)")
        },
        Clause(
            "source.ingestion-memory", "a row number of an ingestion is taken once",
            Clause.Scope([.source, .ingestionMemory])
        ) { run in
            let publisher = try await run.publisher()
            _ = try await publisher.publish(records(1...6), ingestion: "file")
            let again = try await publisher.publish(records(4...9), ingestion: "file")
            try require(again.appended == 3 && again.alreadyThere == 3, "4…9 after 1…6 gave \(again)")
            let reopened = try await run.publisher().publish(records(1...9), ingestion: "file")
            try require(reopened.appended == 0 && reopened.alreadyThere == 9, "1…9 again gave \(reopened)")
            let source = try await run.source(group: "one")
            try expect(try await read(9, from: source, run), 1...9)
            try await expectNothing(from: source)
        },
        Clause(
            "source.other-ingestion", "another ingestion has row numbers of its own",
            Clause.Scope([.source, .ingestionMemory])
        ) { run in
            let publisher = try await run.publisher()
            _ = try await publisher.publish(records(1...3), ingestion: "one")
            let other = try await publisher.publish(records(1...3), ingestion: "two")
            try require(other.appended == 3, "the same numbers of another ingestion gave \(other)")
        },
        Clause(
            "source.publish-end", "a publish says where the ingestion ends, also when it appended nothing",
            Clause.Scope([.source, .ingestionMemory])
        ) { run in
            let publisher = try await run.publisher()
            let first = try await publisher.publish(records(1...5), ingestion: "one")
            _ = try await publisher.publish(records(1...3), ingestion: "two")
            let again = try await publisher.publish(records(1...5), ingestion: "one")
            let all = try await read(8, from: try await run.source(group: "one"), run)
            let five = String(decoding: payload(5), as: UTF8.self)
            let end = all.filter { String(decoding: $0.payload, as: UTF8.self) == five }.map(\.position)
            try require(first.end == end && again.end == end, "the end is \(end), said were \(first.end), \(again.end)")
        },
    ]

    static let robustness: [Clause] = [
        Clause("source.parallel-publishers", "what parallel publishers append is all there, once", scope) { run in
            let publishers = [try await run.publisher(), try await run.publisher()]
            try await inParallel(8) { number in
                for part in 0..<5 as Range<Int64> {
                    let first = number * 50 + part * 10 + 1
                    _ = try await publishers[Int(number % 2)].publish(
                        records(first...(first + 9)), ingestion: IngestionID("file-\(number)"))
                }
            }
            let source = try await run.source(group: "one")
            try expect(try await read(400, from: source, run), 1...400)
            try await expectNothing(from: source)
        },
        Clause("source.close-twice", "closing either end twice is harmless", scope) { run in
            let (publisher, source) = (try await run.publisher(), try await run.source(group: "one"))
            _ = try await publisher.publish(records(1...3), ingestion: "file")
            for _ in 0..<2 {
                await publisher.close()
                await source.close()
            }
            try expect(try await read(3, from: try await run.source(group: "one"), run), 1...3)
        },
        Clause(
            "source.severed", "a severed source is unavailable and transient, and heals by itself",
            Clause.Scope(.source, harness: .severing)
        ) { run in
            let (publisher, source) = (try await run.publisher(), try await run.source(group: "one"))
            _ = try await publisher.publish(records(1...3), ingestion: "file")
            let first = try await read(1, from: source, atOnce: 1, run)
            try await run.harness.sever(run.place)
            try await expectUnavailable(run) {
                _ = try await source.read(maxRecords: 9, maxBytes: 1 << 20, waitingUpTo: .zero)
            }
            try await expectUnavailable(run) { _ = try await publisher.publish(records(4...4), ingestion: "file") }
            try await run.harness.heal(run.place)
            try expect(first + (try await read(2, from: source, run)), 1...3)
        },
    ]
}
