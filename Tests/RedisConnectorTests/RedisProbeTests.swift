import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct RedisProbeTests {
    private func fact(_ name: String, _ probe: StoreProbe) -> String? {
        probe.facts.first { $0.name == name }?.value
    }

    @Test("a server tells its version, keys, memory and whether it can lose rows")
    func whatServersTell() async throws {
        let fixture = try RedisFixture(arguments: ["--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru"])
        try fixture.server.cli(["-n", "3", "SET", "a", "b"])
        let probe = try await RedisConnector.card.probe(fixture.place(["database": "3"]))
        #expect(probe.version?.split(separator: ".").count == 3)
        #expect(probe.holdings == 1)
        #expect(probe.holdingsUnit == "keys")
        #expect(probe.endpoint == "127.0.0.1:\(fixture.server.port)/3")
        #expect(fact("memory limit", probe) == "64.0 MiB")
        #expect(fact("eviction", probe)?.contains("WARNING") == true)
        #expect(fact("mode", probe) == "standalone")
        #expect(fact("role", probe) == "primary")
    }

    @Test("which feature sets live there is told from some of the keys, with the slow log and what else is there")
    func holdings() async throws {
        let fixture = try RedisFixture()
        let sink = try await fixture.sink()
        let rows = (0..<Int64(2_000)).map { RedisFixture.row($0, visits: 1, at: Timestamp(seconds: 1_700_000_000)) }
        _ = try await sink.write(RedisFixture.batch(rows))
        await sink.close()
        let many = try await RedisConnector.card.probe(fixture.place())
        #expect(fact("default/places", many)?.hasPrefix("about 2000 keys of ") == true)
        #expect(fact("slow log", many)?.hasSuffix(" entries") == true)
        try fixture.server.cli(["FLUSHALL"])
        try fixture.server.cli(["RPUSH", "queue", "a"])
        let few = try await RedisConnector.card.probe(fixture.place())
        #expect(fact("default/places", few) == nil && fact("other keys", few) == "1 key")
    }

    @Test("a user without the right to ask about the server still gets a probe")
    func fewRights() async throws {
        let fixture = try RedisFixture()
        try fixture.server.cli(["ACL", "SETUSER", "feast", "on", ">pw", "~*", "+ping", "+mget"])
        let probe = try await RedisConnector.card.probe(fixture.place(["username": "feast", "password": "pw"]))
        #expect(probe.version == nil)
        #expect(probe.holdings == nil)
        #expect(fact("server", probe)?.contains("INFO") == true)
    }

    @Test("where nobody listens the probe says so")
    func nobodyListens() async throws {
        let fixture = try RedisFixture()
        fixture.server.kill()
        let error = await #expect(throws: StoreError.self) { try await RedisConnector.card.probe(fixture.place()) }
        #expect(error?.code == .unavailable)
        #expect(error?.context["endpoint"] == "127.0.0.1:\(fixture.server.port)/0")
    }
}
