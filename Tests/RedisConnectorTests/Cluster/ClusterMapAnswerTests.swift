import Testing

@testable import RedisConnector

@Suite struct ClusterMapAnswerTests {
    /// A reply, spelt out.
    private indirect enum Reply {
        case text(String)
        case number(Int)
        case null
        case list([Reply])

        var bytes: String {
            switch self {
            case .text(let text): "$\(text.utf8.count)\r\n\(text)\r\n"
            case .number(let number): ":\(number)\r\n"
            case .null: "$-1\r\n"
            case .list(let elements): "*\(elements.count)\r\n" + elements.map(\.bytes).joined()
            }
        }
    }

    private static let asked = ClusterNode(host: "10.0.0.9", port: 6379)

    private func read(_ reply: Reply, _ parse: (ReplyView, ClusterNode) -> ClusterMap?) throws -> ClusterMap? {
        let reader = try ReplyReader()
        try Array(reply.bytes.utf8).withUnsafeBytes { try reader.feed($0) }
        var map: ClusterMap?
        _ = try reader.next { map = parse($0, Self.asked) }
        return map
    }

    private func readShards(_ reply: Reply, isEncrypted: Bool = false) throws -> ClusterMap? {
        try read(reply) { ClusterMapAnswer.shards($0, asked: $1, isEncrypted: isEncrypted) }
    }

    private func node(
        _ endpoint: Reply, _ port: Int, role: String = "master", health: String = "online"
    ) -> Reply {
        .list([
            .text("id"), .text("x"), .text("port"), .number(port), .text("ip"), .text("10.1.1.1"), .text("endpoint"),
            endpoint, .text("role"), .text(role), .text("replication-offset"), .number(7), .text("health"),
            .text(health),
        ])
    }

    private func shard(_ slots: [Int], _ nodes: [Reply]) -> Reply {
        .list([.text("slots"), .list(slots.map { .number($0) }), .text("nodes"), .list(nodes)])
    }

    @Test("CLUSTER SHARDS: who is online and has slots is in the map; no host means the node that was asked")
    func shards() throws {
        let answer = Reply.list([
            shard(
                [0, 99, 200, 299],
                [
                    node(.text("a"), 1, health: "fail"), node(.text("b"), 2), node(.text(""), 3, role: "replica"),
                    node(.text("c"), 4, role: "replica", health: "loading"),
                ]),
            shard([100, 199], [node(.null, 5), node(.text("?"), 6, role: "replica")]),
            shard([], [node(.text("gone"), 7)]),
        ])
        let map = try #require(try readShards(answer))
        #expect(map.shards.count == 2)
        #expect(map.coveredCount == 300)
        #expect(map.shard(of: 250)?.master == ClusterNode(host: "b", port: 2))
        #expect(map.shard(of: 250)?.replicas == [ClusterNode(host: "10.0.0.9", port: 3)])
        #expect(map.shard(of: 150)?.master == ClusterNode(host: "10.0.0.9", port: 5))
        #expect(map.shard(of: 150)?.replicas == [ClusterNode(host: "10.1.1.1", port: 6)])
        #expect(map.shard(of: 300) == nil)
        #expect(map.shards[0].slotCount == 200)
    }

    @Test("CLUSTER SHARDS: by TLS nodes are reached at tls-port where they have one, in the clear at port")
    func encryptedPorts() throws {
        func ports(_ ports: [(String, Int)]) -> Reply {
            let fields = ports.flatMap { [Reply.text($0.0), .number($0.1)] }
            return .list(fields + [.text("endpoint"), .text("a"), .text("role"), .text("master")])
        }
        let answer = Reply.list([
            shard([0, 0], [ports([("port", 1), ("tls-port", 2)])]), shard([1, 1], [ports([("tls-port", 3)])]),
            shard([2, 2], [ports([("port", 4)])]),
        ])
        #expect(try readShards(answer, isEncrypted: true)?.shards.map(\.master.port) == [2, 3, 4])
        #expect(try readShards(answer)?.shards.map(\.master.port) == [1, 4])
    }

    @Test("CLUSTER SLOTS: the first node of an entry is the master")
    func slots() throws {
        let answer = Reply.list([
            .list([
                .number(0), .number(9), .list([.text("a"), .number(1), .text("id")]),
                .list([.text("b"), .number(2), .text("id"), .list([])]),
            ]),
            .list([.number(20), .number(29), .list([.text("a"), .number(1)])]),
            .list([.number(10), .number(19), .list([.null, .number(3)])]),
        ])
        let map = try #require(try read(answer, ClusterMapAnswer.slots))
        #expect(map.shards.map(\.master.port) == [1, 3])
        #expect(map.shards[0].slotCount == 20)
        #expect(map.shard(of: 5)?.replicas.first == ClusterNode(host: "b", port: 2))
        #expect(map.shard(of: 15)?.master.host == "10.0.0.9")
    }

    @Test("answers of another shape are no map")
    func otherShapes() throws {
        for reply in [Reply.number(1), .list([.number(1)]), .list([.list([.text("slots"), .number(1)])])] {
            #expect(try readShards(reply) == nil)
            #expect(try read(reply, ClusterMapAnswer.slots) == nil)
        }
        #expect(try readShards(.list([]))?.coveredCount == 0)
        #expect(try read(.list([.list([.number(5), .number(1), .list([])])]), ClusterMapAnswer.slots) == nil)
    }

    @Test("redirections are read, and other errors are none")
    func redirections() {
        func read(_ text: String) -> ClusterRedirection? {
            Array(text.utf8).withUnsafeBytes { ClusterRedirection($0, asked: Self.asked) }
        }
        #expect(read("MOVED 3999 127.0.0.1:6381") == .moved(slot: 3999, to: ClusterNode(host: "127.0.0.1", port: 6381)))
        #expect(read("MOVED 3999 :6381") == .moved(slot: 3999, to: ClusterNode(host: "10.0.0.9", port: 6381)))
        #expect(read("ASK 1 ::1:6381") == .ask(at: ClusterNode(host: "::1", port: 6381)))
        #expect(read("TRYAGAIN Multiple keys request during rehashing of slot") == .tryAgain)
        #expect(read("CLUSTERDOWN Hash slot not served") == .clusterDown)
        #expect(read("LOADING Redis is loading the dataset in memory") == .loading)
        #expect(read("READONLY You can't write against a read only replica.") == .readOnly)
        for text in ["MOVED", "MOVED 99999 a:1", "MOVED 1 a", "MOVED 1 a:0", "ASK x", "ERR unknown", ""] {
            #expect(read(text) == nil)
        }
    }
}
