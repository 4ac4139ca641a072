import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct ClusterReportTests {
    private static let (a, b, replica) = (
        ClusterNode(host: "a", port: 1), ClusterNode(host: "b", port: 2), ClusterNode(host: "c", port: 3)
    )

    /// Two masters, of which the first has a replica.
    private func report(_ texts: [ClusterNode: String?]) -> ClusterReport {
        var map = ClusterMap()
        map.add(.init(master: Self.a, replicas: [Self.replica]), slots: [0...8191])
        map.add(.init(master: Self.b, replicas: []), slots: [8192...16383])
        return ClusterReport(
            map: map, state: ServerReport(text: "cluster_state:ok\n"),
            answers: texts.mapValues { text in
                ServerAnswers(keys: 5, report: text.map { ServerReport(text: $0) }, slowLog: 1)
            })
    }

    private func fact(_ name: String, _ report: ClusterReport) -> String? {
        report.facts.first { $0.name == name }?.value
    }

    @Test("different versions are named with the nodes that have them, replicas too; one version is told once")
    func versions() {
        let (old, new) = ("redis_version:7.0.15\n", "redis_version:7.2.4\n")
        let mixed = report([Self.a: old, Self.b: new, Self.replica: new])
        #expect(mixed.version == "7.0.15, 7.2.4")
        #expect(fact("versions", mixed) == "a:1: 7.0.15; b:2, c:3: 7.2.4")
        let same = report([Self.a: old, Self.b: old, Self.replica: old])
        #expect(same.version == "7.0.15" && fact("versions", same) == nil)
    }

    @Test("replicas are told with how far they are behind, by whatever address their master knows them")
    func lag() {
        let known =
            "role:master\nconnected_slaves:1\nslave0:ip=c,port=3,state=online,offset=90,lag=0\nmaster_repl_offset:100\n"
        let heard = "role:slave\nmaster_link_status:up\nslave_repl_offset:60\n"
        let named = report([Self.a: known, Self.b: "", Self.replica: heard])
        #expect(fact("master 1", named)?.contains("replica c:3 (10 bytes behind)") == true)
        #expect(fact("replication", named) == "at most 10 B behind; no replica of b:2")
        let unnamed = report([Self.a: known.replacing("ip=c", with: "ip=10.0.0.3"), Self.replica: heard])
        #expect(fact("master 1", unnamed)?.contains("replica c:3 (40 bytes behind)") == true)
        let late = report([Self.a: known.replacing("state=online", with: "state=wait_bgsave"), Self.replica: heard])
        #expect(fact("master 1", late)?.contains("not in step yet") == true)
    }

    @Test("a node that does not answer, and a replica that has lost its master, are warned of")
    func silent() {
        let silent = report([Self.a: "role:master\n"])
        #expect(fact("master 1", silent)?.contains("replica c:3 (WARNING, it does not answer)") == true)
        #expect(fact("master 2", silent)?.contains("WARNING, it does not answer") == true)
        #expect(fact("masters asked", silent)?.hasPrefix("1 of 2 answered: WARNING") == true)
        #expect(silent.keys == nil)
        let cut = report([Self.a: "", Self.b: "", Self.replica: "role:slave\nmaster_link_status:down\n"])
        #expect(fact("master 1", cut)?.contains("WARNING, out of touch with its master") == true)
        #expect(fact("masters asked", cut) == nil && cut.keys == 10)
    }

    @Test("where the user has no right to INFO, that is said")
    func noRight() {
        let mute = report([Self.a: nil, Self.b: nil, Self.replica: nil])
        #expect(fact("servers", mute)?.contains("no right to INFO") == true)
        #expect(fact("masters asked", mute) == nil && mute.version == nil)
    }
}
