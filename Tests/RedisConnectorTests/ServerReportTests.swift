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

    @Test("where rows expire, the policies for expiring keys reach them too")
    func evictionOfExpiring() {
        let text = "maxmemory:1\nmaxmemory_policy:volatile-ttl\n"
        func eviction(_ rowsExpire: Bool) -> String {
            ServerReport(text: text, rowsExpire: rowsExpire).facts.first { $0.name == "eviction" }?.value ?? ""
        }
        #expect(eviction(true).contains("WARNING") && !eviction(false).contains("WARNING"))
    }

    @Test("a primary tells how far its slowest replica is behind, a replica whether it hears of its primary")
    func replication() {
        let primary = """
            role:master
            connected_slaves:2
            slave0:ip=127.0.0.1,port=7001,state=online,offset=5000,lag=0
            slave1:ip=127.0.0.1,port=7002,state=online,offset=2952,lag=1
            master_repl_offset:5000
            """
        #expect(facts(primary)["replication"] == "2 replicas, 2.0 KiB behind")
        #expect(facts("role:master\nconnected_slaves:0\n")["replication"] == "no replica")
        let late = primary.replacing("port=7002,state=online", with: "port=7002,state=wait_bgsave")
        #expect(facts(late)["replication"] == "2 replicas, 1 not in step yet, 0 B behind")
        #expect(facts("role:slave\nmaster_link_status:down\n")["replication"]?.contains("WARNING") == true)
        #expect(facts("role:slave\nmaster_link_status:up\n")["replication"] == "in touch with its primary")
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
