import FeatureModel
import StorageAPI

extension OnlineRetrieverContract {
    static let times: [Clause] = [
        Clause("online.event-time", "the event time is answered to the nanosecond, from year 1 to 9999", scope) { run in
            let times = [
                Sample.noon, Sample.noon.adding(nanoseconds: 1), Sample.noon.adding(nanoseconds: 999_999_999),
                .earliest,
                .latest, .zero, Timestamp(seconds: -1, nanoseconds: 999_999_999), Timestamp(seconds: 0, nanoseconds: 1),
            ]
            let rows = times.enumerated().map { Sample.reading(Int64($0), count: 1, at: $1) }
            let online = try await online(run, holding: rows)
            let answer = try await ask(online, times.indices.map { Int64($0) })
            let answered = answer.map { $0?.eventTimestamp }
            try require(answered == times, "the event times \(times) came back as \(Facts.text(answered))")
        },
        Clause(
            "online.created-time", "the created time is answered to the nanosecond",
            Clause.Scope([.sink, .online, .createdTime])
        ) { run in
            let times = [
                Sample.accepted.adding(nanoseconds: 1), Sample.accepted.adding(nanoseconds: 999_999_999), .zero,
            ]
            let rows = times.enumerated().map { Sample.reading(Int64($0), count: 1, created: $1) }
            let online = try await online(run, holding: rows)
            let answered = try await ask(online, [0, 1, 2]).map { $0?.createdTimestamp }
            try require(answered == times, "the created times \(times) came back as \(Facts.text(answered))")
        },
        Clause("online.old-rows", "the newest row is answered however old it is", scope) { run in
            let set = Sample.featureSet(
                "readings", entities: Sample.readings.entities, features: Sample.readings.features, maxAgeSeconds: 1)
            let store = try await run.store(set)
            try await store.write([Sample.reading(1, count: 7, at: .earliest)], of: set)
            let online = try await run.online()
            let answer = try await online.read(
                OnlineRequest(featureSet: set, keys: [Sample.sensor(1)], features: [0]))
            try expect(counts: [7], in: answer)
        },
    ]

    static let robustness: [Clause] = [
        Clause("online.parallel-reads", "parallel reads get each its own answers", scope) { run in
            let online = try await online(run, holding: (0..<50).map { Sample.reading($0, count: $0) })
            try await inParallel(8) { reader in
                for round in 0..<10 as Range<Int64> {
                    let sensors = (0..<60).map { ($0 * (reader + 1) + round) % 60 }
                    try expect(counts: sensors.map { $0 < 50 ? $0 : nil }, in: try await ask(online, sensors))
                }
            }
        },
        Clause("online.cancelled", "a cancelled read ends as cancelled or done, and the retriever is usable", scope) {
            run in
            let online = try await online(run, holding: (0..<200).map { Sample.reading($0, count: $0) })
            let sensors = Array(0..<200 as Range<Int64>)
            for round in 0..<10 {
                let reading = Task {
                    if round == 0 { withUnsafeCurrentTask { $0?.cancel() } }
                    _ = try await ask(online, sensors)
                }
                for _ in 0..<round { await Task.yield() }
                reading.cancel()
                try expectCancelledOrDone(await reading.result)
                try expect(counts: sensors, in: try await ask(online, sensors))
            }
        },
        Clause("online.close-twice", "closing a retriever twice is harmless", scope) { run in
            let online = try await online(run, holding: [Sample.reading(1, count: 7)])
            await online.close()
            await online.close()
            try expect(counts: [7], in: try await ask(try await run.online(), [1]))
        },
        Clause(
            "online.severed", "a severed connection is unavailable and transient, and the retriever heals by itself",
            Clause.Scope([.sink, .online], harness: .severing)
        ) { run in
            let online = try await online(run, holding: [Sample.reading(1, count: 7)])
            try await run.harness.sever(run.place)
            try await expectUnavailable(run) { _ = try await ask(online, [1]) }
            try await run.harness.heal(run.place)
            try expect(counts: [7], in: try await ask(online, [1]))
        },
    ]
}
