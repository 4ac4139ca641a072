import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct ClusterTotalsTests {
    /// A fact of masters on a:1, a:2 …, by what each one's `INFO` says.
    private func fact(_ name: String, _ texts: String..., slowLogs: [Int64?] = []) -> String? {
        let masters = texts.enumerated().map { place, text in
            ClusterTotals.Master(
                node: ClusterNode(host: "a", port: place + 1), report: ServerReport(text: text),
                slowLog: slowLogs.isEmpty ? nil : slowLogs[place])
        }
        return ClusterTotals(masters: masters).facts.first { $0.name == name }?.value
    }

    @Test("memory is summed up, with the master that uses most and the one that is nearest to its limit")
    func memory() {
        let (small, large) = ("used_memory:1024\nmaxmemory:4096\n", "used_memory:3072\nmaxmemory:4096\n")
        #expect(fact("memory used", small, large) == "4.0 KiB, most on a:2: 3.0 KiB")
        #expect(fact("memory limit", small, large) == "8.0 KiB, fullest a:2: 75 %")
        #expect(fact("memory used", small) == "1.0 KiB")
    }

    @Test("a limit that some masters lack is told with their names")
    func limits() {
        let (limited, open) = ("used_memory:1\nmaxmemory:4096\n", "used_memory:1\nmaxmemory:0\n")
        #expect(fact("memory limit", open, open) == "none")
        #expect(fact("memory limit", open, limited, open) == "a:1, a:3: none; a:2: 4.0 KiB")
    }

    @Test("a policy that can evict rows is warned of, with the masters that have it")
    func eviction() {
        let safe = "maxmemory:1\nmaxmemory_policy:noeviction\n"
        let evicting = "maxmemory:1\nmaxmemory_policy:allkeys-lru\n"
        #expect(fact("eviction", safe, safe) == "noeviction")
        #expect(fact("eviction", safe, evicting)?.hasPrefix("a:1: noeviction; a:2: allkeys-lru: WARNING") == true)
        #expect(fact("eviction", evicting, evicting)?.hasPrefix("allkeys-lru: WARNING") == true)
    }

    @Test("the hit rate is that of all reads, not the mean of the masters'")
    func hitRate() {
        let (busy, idle) = ("keyspace_hits:90\nkeyspace_misses:0\n", "keyspace_hits:0\nkeyspace_misses:10\n")
        #expect(fact("hit rate", busy, idle) == "90 %")
        #expect(fact("hit rate", "keyspace_hits:0\nkeyspace_misses:0\n") == nil)
    }

    @Test("clients and slow logs are summed up, of the times the shortest is told, and modes and savings once")
    func others() {
        let (old, young) = (
            "connected_clients:3\nuptime_in_seconds:864000\n", "connected_clients:4\nuptime_in_seconds:90\n"
        )
        #expect(fact("clients", old, young) == "7")
        #expect(fact("uptime", old, young) == "at least 90 seconds (a:2)")
        #expect(fact("slow log", old, young, slowLogs: [2, 9]) == "11 entries, most on a:2: 9")
        #expect(fact("slow log", old, young, slowLogs: [0, nil]) == "0 entries")
        #expect(fact("mode", "redis_mode:cluster\n", "redis_mode:cluster\n") == "cluster")
        let (saved, failed) = ("aof_enabled:0\n", "aof_enabled:0\nrdb_last_bgsave_status:err\n")
        #expect(fact("persistence", saved, failed) == "a:1: snapshots; a:2: snapshots: WARNING, the last save failed")
    }

    @Test("numbers that no server can mean are not told of, and end nothing")
    func absurd() {
        let absurd =
            "used_memory:9223372036854775807\nmaxmemory:-1\nkeyspace_hits:9223372036854775807\nkeyspace_misses:1\n"
        #expect(fact("memory used", absurd, absurd) == nil)
        #expect(fact("hit rate", absurd, absurd) == nil)
        #expect(fact("memory used", absurd, "used_memory:5\n") == "5 B, most on a:2: 5 B")
    }
}
