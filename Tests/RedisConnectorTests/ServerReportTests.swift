import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct ServerReportTests {
    private func facts(_ text: String) -> [String: String] {
        Dictionary(uniqueKeysWithValues: ServerReport(text: text).facts.map { ($0.name, $0.value) })
    }

    @Test("sections, blank lines and lines without a colon are passed over")
    func lines() {
        let report = ServerReport(text: "# Server\r\nredis_version:7.0.15\r\n\r\nnonsense\r\nredis_mode:standalone\r\n")
        #expect(report.version == "7.0.15")
        #expect(report.facts == [StoreProbe.Fact("mode", "standalone")])
    }

    @Test(
        "only a policy that reaches keys without expiry is warned of, and only with a limit",
        arguments: [
            ("noeviction", 1, false), ("volatile-lru", 1, false), ("allkeys-lru", 1, true),
            ("allkeys-random", 0, false),
        ])
    func eviction(_ policy: String, _ limit: Int, _ warns: Bool) {
        let shown = facts("maxmemory:\(limit)\nmaxmemory_policy:\(policy)\n")["eviction"]
        #expect(shown?.hasPrefix(policy) == true)
        #expect(shown?.contains("WARNING") == warns)
    }

    @Test("sizes, hit rate, uptime and role are put in words")
    func words() {
        let shown = facts(
            "used_memory:1610612736\nmaxmemory:0\nkeyspace_hits:3\nkeyspace_misses:1\nuptime_in_seconds:7205\nrole:slave\n"
        )
        #expect(shown["memory used"] == "1.5 GiB")
        #expect(shown["memory limit"] == "none")
        #expect(shown["hit rate"] == "75 %")
        #expect(shown["uptime"] == "2 hours")
        #expect(shown["role"]?.contains("WARNING") == true)
    }
}
