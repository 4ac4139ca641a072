import Synchronization

/// The connections of one plug to the nodes of a cluster, and what it knows of the cluster.
///
/// A connection is made when its node is first asked. The newest map is shared by all calls, so that one that was
/// redirected spares the others the same.
final class ClusterConnections: Sendable {
    /// A map, and how many there were before it.
    struct Known: Sendable {
        let map: ClusterMap
        let generation: Int
    }

    private struct Key: Hashable {
        let node: ClusterNode
        let isForReplica: Bool
    }

    private struct State {
        var connections: [Key: RedisConnection] = [:]
        var known: Known?
        var counts = ClusterCounts()
        var isClosed = false
    }

    let configuration: RedisClusterConfiguration
    let failure: RedisClusterFailure
    private let state = Mutex(State())

    init(configuration: RedisClusterConfiguration, failure: RedisClusterFailure) {
        self.configuration = configuration
        self.failure = failure
    }

    /// What is known now; nil before the first map.
    var known: Known? { state.withLock { $0.known } }

    /// How often something did not go straight, in all calls so far.
    var counts: ClusterCounts { state.withLock { $0.counts } }

    func count(_ more: ClusterCounts) {
        state.withLock { $0.counts += more }
    }

    /// Takes a map as the newest. Connections to nodes that are gone are closed when nobody uses them any more.
    func learn(_ map: ClusterMap) -> Known {
        let kept = Set(map.nodes + configuration.seeds)
        return state.withLock { state in
            let known = Known(map: map, generation: (state.known?.generation ?? 0) + 1)
            state.known = known
            state.connections = state.connections.filter { kept.contains($0.key.node) }
            return known
        }
    }

    /// The connection to a node, not yet connected where it is new; nil after ``close()``.
    func connection(to node: ClusterNode, isForReplica: Bool = false) -> RedisConnection? {
        state.withLock { state in
            if state.isClosed { return nil }
            let key = Key(node: node, isForReplica: isForReplica)
            if let connection = state.connections[key] { return connection }
            let settings = RedisConfiguration(node, of: configuration, readsReplica: isForReplica)
            let connection = RedisConnection(configuration: settings, failure: failure.ofNode(node))
            state.connections[key] = connection
            return connection
        }
    }

    /// Holds a conversation with a node.
    func attempt<Answer: Sendable>(
        _ node: ClusterNode, isForReplica: Bool = false, opening: ConversationOpening? = nil,
        _ body: @escaping @Sendable (RedisSession) throws(RedisFault) -> Answer
    ) async -> Result<Answer, RedisFault> {
        guard let connection = connection(to: node, isForReplica: isForReplica) else { return .failure(.closed) }
        return await connection.attempt(opening: opening, body)
    }

    /// Closes all connections for good, after the conversations that came before.
    func close() async {
        let connections = state.withLock { state in
            defer { state.connections = [:] }
            state.isClosed = true
            return Array(state.connections.values)
        }
        for connection in connections { await connection.close() }
    }
}
