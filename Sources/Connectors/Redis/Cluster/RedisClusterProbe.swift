import StorageAPI

/// Asks a cluster how it is: one node for the whole, every master for its part.
enum RedisClusterProbe {
    /// Connects, asks, and closes the connections again.
    static func probe(_ connections: ClusterConnections) async throws(StoreError) -> StoreProbe {
        do throws(ClusterTrouble) {
            let report = try await ask(connections)
            await connections.close()
            return StoreProbe(
                version: report.version, holdings: report.keys, holdingsUnit: "keys",
                endpoint: connections.configuration.endpoint, facts: report.facts)
        } catch {
            await connections.close()
            throw connections.failure.error(error, operation: "ask how it is")
        }
    }

    private static func ask(_ connections: ClusterConnections) async throws(ClusterTrouble) -> ClusterReport {
        let map = try await map(connections)
        var state: ServerReport?
        for node in connections.configuration.seeds + map.nodes where state == nil {
            let answer = await connections.attempt(node) { session throws(RedisFault) in
                try session.ask("CLUSTER", "INFO") { $0.text }
            }
            state = try? ServerReport(text: answer.get())
        }
        let masters = await withTaskGroup(of: (ClusterNode, ClusterReport.Master?).self) { group in
            for shard in map.shards {
                group.addTask { (shard.master, await master(shard.master, connections)) }
            }
            var masters: [ClusterNode: ClusterReport.Master] = [:]
            for await (node, master) in group { masters[node] = master }
            return masters
        }
        if Task.isCancelled { throw .cancelled }
        return ClusterReport(map: map, state: state, masters: masters)
    }

    private static func map(_ connections: ClusterConnections) async throws(ClusterTrouble) -> ClusterMap {
        switch await ClusterMapQuestion.ask(connections.configuration.seeds, through: connections) {
        case .told(let map): return map
        case .silent(let faults): throw .silent(faults)
        case .hopeless(let trouble): throw trouble
        }
    }

    /// Nil where the master does not answer; what the user may not ask is left out.
    private static func master(_ node: ClusterNode, _ connections: ClusterConnections) async -> ClusterReport.Master? {
        let result = await connections.attempt(node) { session throws(RedisFault) in
            var master = ClusterReport.Master()
            try session.pipeline(2) { index, buffer in
                buffer.request(index == 0 ? "DBSIZE" : "INFO")
            } receive: { _, reply in
                if let count = reply.integer { master.keys = count }
                if let text = reply.text { master.information = text }
            }
            return master
        }
        return try? result.get()
    }
}
