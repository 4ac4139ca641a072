import FaultKit
import FeatureModel
import StorageAPI
import StorageContract
import Testing

@testable import RedisConnector

@Suite(.serialized) struct RedisClusterTests {
    @Test("A Redis Cluster keeps the contract")
    func keepsContract() async throws {
        let harness = try RedisClusterHarness()
        for clause in StorageContract.clauses(for: RedisClusterConnector.card.capabilities) {
            let outcome = await clause.verify(with: harness)
            #expect(outcome == .passed, "\(clause)")
        }
    }

    @Test(
        "one seed that lives is enough; replicas answer reads; a probe tells of every node; errors name what is wrong")
    func seedsAndProbe() async throws {
        let fixture = try RedisClusterFixture()
        let dead = [try LoopbackPort.free(), try LoopbackPort.free()]
        let sink = try fixture.sink(seeds: dead + [fixture.cluster.ports[4]])
        #expect(try await sink.write(RedisClusterFixture.batch(0..<100, value: 3)) == WriteResult(accepted: 100))
        await sink.close()

        // Nodes hear of the replicas' state from each other, a moment later.
        let deadline = ContinuousClock.now + .seconds(10)
        var probe = try await RedisClusterConnector.card.probe(fixture.place())
        while probe.facts.filter({ $0.value.contains("bytes behind") }).count < 3, .now < deadline {
            probe = try await RedisClusterConnector.card.probe(fixture.place())
        }
        let replicas = try fixture.retriever(["read_from": "replica"])
        let values = try await RedisClusterFixture.values(0..<100, replicas)
        #expect(values.allSatisfy { $0 == 3 })
        #expect(replicas.counts.moved == 0)
        await replicas.close()
        let reads = try fixture.cluster.ask(try #require(try Self.replica(in: fixture)), "INFO", "commandstats")
        #expect(reads.contains("cmdstat_mget"))

        #expect(probe.holdings == 100)
        #expect(probe.facts.first == StoreProbe.Fact("cluster state", "ok"))
        #expect(probe.facts.dropFirst().first == StoreProbe.Fact("slots", "16384 of 16384"))
        #expect(probe.facts.contains(StoreProbe.Fact("nodes", "3 masters, 3 replicas")))
        #expect(probe.facts.filter { $0.value.contains("bytes behind") }.count == 3)
        for master in try fixture.cluster.masters() {
            let start = "127.0.0.1:\(fixture.cluster.ports[master]); "
            #expect(probe.facts.contains { $0.name.hasPrefix("master ") && $0.value.hasPrefix(start) })
        }

        try await Self.expectOneBadRow(fixture)

        let nobody = await #expect(throws: StoreError.self) {
            try await fixture.sink(seeds: dead).prepareWrite(RedisFixture.places)
        }
        #expect(nobody?.code == .unavailable)
        for port in dead { #expect(nobody?.message.contains("127.0.0.1:\(port): no connection") == true) }
    }

    @Test("rows of a cluster expire, and are written without the guard, as on a single server")
    func writeStyles() async throws {
        let fixture = try RedisClusterFixture()
        let (passing, plain) = (
            try fixture.sink(["ttl_seconds": "1000"]), try fixture.sink(["newest_wins": "false"])
        )
        #expect(try await passing.write(RedisClusterFixture.batch(0..<50, value: 9)) == WriteResult(accepted: 50))
        #expect((900...1000).contains(try await Self.secondsToLive(of: 7, in: fixture)))
        // An older row, which the guard would keep out; it stays.
        #expect(try await plain.write(RedisClusterFixture.batch(0..<50, value: 3)) == WriteResult(accepted: 50))
        #expect(try await Self.secondsToLive(of: 7, in: fixture) == -1)
        let retriever = try fixture.retriever()
        let values = try await RedisClusterFixture.values(0..<50, retriever)
        #expect(values.allSatisfy { $0 == 3 })
        await retriever.close()
        await passing.close()
        await plain.close()
    }

    private static func secondsToLive(of place: Int64, in fixture: RedisClusterFixture) async throws -> Int64 {
        let connections = try RedisClusterConnector.connections(fixture.place())
        var seconds: Int64?
        for port in fixture.cluster.ports {
            let answer = await connections.attempt(ClusterNode(host: "127.0.0.1", port: port)) {
                session throws(RedisFault) -> Int64? in
                var seconds: Int64?
                try session.pipeline(1) { _, buffer in
                    buffer.request(argumentCount: 2)
                    buffer.argument("TTL")
                    buffer.argument(RedisClusterFixture.key(of: place))
                } receive: { _, reply in
                    // Those that do not hold the key redirect.
                    seconds = reply.integer
                }
                return seconds
            }
            seconds = try answer.get() ?? seconds
        }
        await connections.close()
        return try #require(seconds)
    }

    @Test("a server without a cluster is told to be one")
    func singleServer() async throws {
        let server = try MissingBackend.orSkip { try RedisServer() }
        let place = RedisClusterFixture.place("127.0.0.1:\(server.port)")
        let error = await #expect(throws: StoreError.self) { try await RedisClusterConnector.card.probe(place) }
        #expect(error?.code == .misconfigured)
        #expect(error?.message.contains("use the type REDIS") == true)
    }

    @Test("a cluster that is down says so when cluster_timeout_ms is over, and is used again when it is well")
    func down() async throws {
        let fixture = try RedisClusterFixture()
        let sink = try fixture.sink(["cluster_timeout_ms": "300"])
        #expect(try await sink.write(RedisClusterFixture.batch(0..<50, value: 1)).accepted == 50)
        let master = try fixture.cluster.masters()[0]
        let slot = RedisClusterFixture.slot(of: try #require(try fixture.places(0..<50, heldBy: master).first))
        for index in fixture.cluster.ports.indices {
            try fixture.cluster.ask(index, "CONFIG", "SET", "cluster-require-full-coverage", "yes")
        }
        try fixture.cluster.ask(master, "CLUSTER", "DELSLOTS", "\(slot)")
        let error = await #expect(throws: StoreError.self) {
            try await sink.write(RedisClusterFixture.batch(0..<50, value: 2))
        }
        #expect(error?.code == .unavailable)
        #expect(error?.recovery == .transient)
        try fixture.cluster.ask(master, "CLUSTER", "ADDSLOTS", "\(slot)")
        try fixture.cluster.waitUntilWell()
        #expect(try await sink.write(RedisClusterFixture.batch(0..<50, value: 3)).accepted == 50)
        await sink.close()

        // A master that hangs is lost just as well, when it has not answered for read_timeout_ms.
        let patient = try fixture.sink(["read_timeout_ms": "500"])
        fixture.cluster.freeze(master)
        let start = ContinuousClock.now
        #expect(try await patient.write(RedisClusterFixture.batch(0..<50, value: 4)).accepted == 50)
        print("frozen master: a write took \(ContinuousClock.now - start); \(patient.counts)")
        #expect(patient.counts.lostNodes > 0)
        fixture.cluster.thaw(master)
        await patient.close()
    }

    /// Demands that lost scripts are sent again, and that a key which holds a list fails alone.
    private static func expectOneBadRow(_ fixture: RedisClusterFixture) async throws {
        for index in try fixture.cluster.masters() { try fixture.cluster.ask(index, "SCRIPT", "FLUSH") }
        let connections = try RedisClusterConnector.connections(fixture.place())
        for port in fixture.cluster.ports {
            // Those that do not hold the key redirect.
            _ = await connections.attempt(ClusterNode(host: "127.0.0.1", port: port)) { session throws(RedisFault) in
                try session.pipeline(2) { index, buffer in
                    buffer.request(argumentCount: index == 0 ? 2 : 3)
                    buffer.argument(index == 0 ? "DEL" : "RPUSH")
                    buffer.argument(RedisClusterFixture.key(of: 7))
                    if index == 1 { buffer.argument("element") }
                } receive: { _, _ in
                }
            }
        }
        await connections.close()
        let (sink, retriever) = (try fixture.sink(), try fixture.retriever())
        let result = try await sink.write(RedisClusterFixture.batch(0..<100, value: 4))
        #expect(result.accepted == 99)
        #expect(result.failed.map(\.index) == [7])
        let values = try await RedisClusterFixture.values(6..<9, retriever)
        #expect(values == [4, nil, 4])
        await sink.close()
        await retriever.close()
    }

    private static func replica(in fixture: RedisClusterFixture) throws -> Int? {
        let masters = try fixture.cluster.masters()
        return fixture.cluster.ports.indices.first { !masters.contains($0) }
    }
}
