import FeatureModel
import StorageAPI
import Testing

@testable import RedisConnector

extension RedisTrials {
    /// Eight writers, 1,000 keys, 200,000 rows with shuffled event times.
    @Suite(.serialized) struct RedisRaceTests {
        private static let writers = 8

        @Test("of eight writers to one server, every key ends with its newest row")
        func oneServer() async throws {
            let fixture = try RedisFixture(settings: ["read_timeout_ms": "60000", "write_timeout_ms": "60000"])
            var sinks: [any FeatureSink] = []
            for _ in 0..<Self.writers { sinks.append(try await fixture.sink()) }
            try await Self.race(sinks, reading: try await fixture.retriever())
        }

        @Test("of eight writers to a cluster, every key ends with its newest row")
        func cluster() async throws {
            let fixture = try await RedisClusterFixture.started()
            let patience = ["read_timeout_ms": "60000", "write_timeout_ms": "60000", "cluster_timeout_ms": "60000"]
            let sinks = try (0..<Self.writers).map { _ in try fixture.sink(patience) }
            try await Self.race(sinks, reading: try fixture.retriever(patience))
        }

        private static func race(_ sinks: [any FeatureSink], reading retriever: any OnlineRetriever) async throws {
            let race = RaceRows(count: 200_000, seed: 8)
            let shares = race.batches(for: sinks.count, seed: 9)
            let start = ContinuousClock.now
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (sink, batches) in zip(sinks, shares) {
                    group.addTask {
                        for batch in batches {
                            let result = try await sink.write(batch)
                            #expect(result == WriteResult(accepted: batch.rows.count))
                        }
                    }
                }
                try await group.waitForAll()
            }
            print("race: \(race.rows.count) rows by \(sinks.count) writers in \(ContinuousClock.now - start)")
            try await expectNewest(of: race, in: retriever)
            for sink in sinks { await sink.close() }
            await retriever.close()
        }

        private static func expectNewest(of race: RaceRows, in retriever: any OnlineRetriever) async throws {
            let request = RedisFixture.request(Array(0..<RaceRows.keys), features: [0, 1])
            let left = try await retriever.read(request)
            let newest = race.newest
            #expect(newest.contains { $0.count > 1 } && newest.contains { $0.count == 1 })
            for (key, (row, allowed)) in zip(left, newest).enumerated() {
                #expect(row.map(allowed.contains) == true, "place \(key)")
            }
        }
    }
}
