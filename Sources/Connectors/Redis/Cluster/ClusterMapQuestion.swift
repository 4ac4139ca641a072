import StorageAPI

/// Asks nodes, one after the other, who holds which slots, until one tells.
enum ClusterMapQuestion {
    /// What came of it.
    enum Outcome: Sendable {
        case told(ClusterMap)
        /// Nobody told; with each one's reason.
        case silent([ClusterNode: RedisFault])
        /// Waiting does not help.
        case hopeless(ClusterTrouble)
    }

    static func ask(_ nodes: [ClusterNode], through connections: ClusterConnections) async -> Outcome {
        var faults: [ClusterNode: RedisFault] = [:]
        var hopeless: ClusterTrouble?
        for node in nodes {
            let result = await connections.attempt(node) { session throws(RedisFault) in
                try map(session, of: node, isEncrypted: connections.configuration.tls != nil)
            }
            switch result {
            case .success(let map): return .told(map)
            case .failure(.cancelled): return .hopeless(.cancelled)
            case .failure(.closed): return .hopeless(.closed)
            case .failure(let fault):
                if !fault.mayPass { hopeless = hopeless ?? trouble(node, fault) }
                faults[node] = fault
            }
        }
        return hopeless.map(Outcome.hopeless) ?? .silent(faults)
    }

    /// Asks one node, in the words of Redis 7 and, where it does not know them, of those before.
    ///
    /// - Parameter isEncrypted: whether nodes are to be reached by TLS.
    static func map(
        _ session: RedisSession, of node: ClusterNode, isEncrypted: Bool
    ) throws(RedisFault) -> ClusterMap {
        do throws(RedisFault) {
            return try session.ask("CLUSTER", "SHARDS") {
                ClusterMapAnswer.shards($0, asked: node, isEncrypted: isEncrypted)
            }
        } catch .refused(let refusal) where refusal.isUnknownSubcommand {
            return try session.ask("CLUSTER", "SLOTS") { ClusterMapAnswer.slots($0, asked: node) }
        }
    }

    private static func trouble(_ node: ClusterNode, _ fault: RedisFault) -> ClusterTrouble {
        if case .refused(let refusal) = fault, refusal.isClusterDisabled { return .notClustered(node) }
        return .node(node, fault)
    }
}

extension RedisFault {
    /// True where a node that is gone, or not ready, may come back or be replaced.
    var mayPass: Bool {
        switch self {
        case .unresolved, .unreachable, .timedOut, .disconnected, .turnedAway, .broken: true
        case .refused(let refusal), .dismissed(let refusal): refusal.recovery == .transient
        // One that dies while hands are shaken is as lost as any; a certificate that is wrong stays so.
        case .tls(let fault): TLSVerdict.judge(fault).1 == .transient
        case .protocolViolation, .unexpectedReply, .secretFile, .outOfMemory, .cancelled, .closed: false
        }
    }
}
