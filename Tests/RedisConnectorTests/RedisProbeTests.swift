import FaultKit
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
