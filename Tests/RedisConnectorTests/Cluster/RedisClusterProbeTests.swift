import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import RedisConnector

/// What the probe of a real cluster tells.
@Suite(.serialized) struct RedisClusterProbeTests {
    /// Three masters without replicas.
    private static func fixture() throws -> RedisClusterFixture {
        RedisClusterFixture(try MissingBackend.orSkip { try RedisCluster(replicasPerMaster: 0) })
    }

    private func fact(_ name: String, _ probe: StoreProbe) -> String? {
        probe.facts.first { $0.name == name }?.value
    }

    @Test("it tells what a single server tells, put together, with the feature sets of all masters")
    func everything() async throws {
        let fixture = try Self.fixture()
        let sink = try fixture.sink()
        #expect(try await sink.write(RedisClusterFixture.batch(0..<3_000, value: 1)).accepted == 3_000)
        await sink.close()
        for index in fixture.cluster.ports.indices {
            try fixture.cluster.ask(index, "CONFIG", "SET", "maxmemory", "64mb")
            try fixture.cluster.ask(index, "CONFIG", "RESETSTAT")
        }
        try fixture.cluster.ask(1, "CONFIG", "SET", "maxmemory-policy", "allkeys-lru")
        let retriever = try fixture.retriever()
        _ = try await RedisClusterFixture.values(2_900..<3_100, retriever)
        await retriever.close()

        let probe = try await RedisClusterConnector.card.probe(fixture.place())
        let nodes = fixture.cluster.ports.map { "127.0.0.1:\($0)" }
        #expect(probe.holdings == 3_000)
        #expect(probe.version?.split(separator: ".").count == 3)
        #expect(fact("mode", probe) == "cluster")
        #expect(fact("memory used", probe)?.contains("most on 127.0.0.1:") == true)
        #expect(fact("memory limit", probe)?.hasPrefix("192.0 MiB, fullest 127.0.0.1:") == true)
        #expect(fact("eviction", probe)?.contains("\(nodes[1]): allkeys-lru: WARNING") == true)
        #expect(fact("hit rate", probe) == "50 %")
        #expect(fact("slow log", probe)?.contains(" entries") == true)
        #expect(fact("slots", probe) == "16384 of 16384")
        for node in nodes { #expect(fact("replication", probe)?.contains(node) == true) }
        #expect(fact("versions", probe) == nil)
        let sets = try #require(fact("default/places", probe))
        #expect(sets.hasPrefix("about 3000 keys of "), "\(sets)")
    }

    @Test("a user who may only read and write still gets a probe")
    func fewRights() async throws {
        let fixture = try Self.fixture()
        for index in fixture.cluster.ports.indices {
            try fixture.cluster.ask(
                index, "ACL", "SETUSER", "feast", "on", ">pw", "~*", "+ping", "+mget", "+cluster|shards")
        }
        let probe = try await RedisClusterConnector.card.probe(fixture.place(["username": "feast", "password": "pw"]))
        #expect(probe.holdings == nil && probe.version == nil)
        #expect(fact("slots", probe) == "16384 of 16384")
        #expect(fact("cluster state", probe)?.contains("no right") == true)
        #expect(fact("servers", probe)?.contains("no right to INFO") == true)
    }

    @Test("a probe that is cancelled while a master hangs ends, however patient it is", .timeLimit(.minutes(1)))
    func cancelled() async throws {
        let fixture = try Self.fixture()
        let ports = fixture.cluster.ports
        fixture.cluster.freeze(2)
        let place = fixture.place(["read_timeout_ms": "3600000"], seeds: [ports[0]])
        let probing = Task { try await RedisClusterConnector.card.probe(place) }
        // The masters are asked side by side: when one has been asked for keys, so has the other for something.
        try await RedisClusterFixture.aside {
            while try !fixture.cluster.ask(0, "INFO", "commandstats").contains("cmdstat_slowlog") {}
        }
        probing.cancel()
        let error = await #expect(throws: StoreError.self) { try await probing.value }
        #expect(error?.code == .cancelled)
        fixture.cluster.thaw(2)
    }
}
