import StorageAPI

/// Asks a cluster how it is: one node for the whole, every node for its part.
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
        let state = await state(map, connections)
        let answers = await answers(of: map, connections)
        if Task.isCancelled { throw .cancelled }
        return ClusterReport(map: map, state: state, answers: answers)
    }

    private static func map(_ connections: ClusterConnections) async throws(ClusterTrouble) -> ClusterMap {
        switch await ClusterMapQuestion.ask(connections.configuration.seeds, through: connections) {
        case .told(let map): return map
        case .silent(let faults): throw .silent(faults)
        case .hopeless(let trouble): throw trouble
        }
    }

    /// The first answer that a node gives.
    private static func state(_ map: ClusterMap, _ connections: ClusterConnections) async -> ServerReport? {
        for node in connections.configuration.seeds + map.nodes {
            let answer = await connections.attempt(node) { session throws(RedisFault) in
                try session.ask("CLUSTER", "INFO") { $0.text }
            }
            if let text = try? answer.get() { return ServerReport(text: text) }
        }
        return nil
    }

    /// Asks all nodes side by side; keys are looked at within one time for all of them.
    private static func answers(
        of map: ClusterMap, _ connections: ClusterConnections
    ) async -> [ClusterNode: ServerAnswers] {
        let deadline = Deadline(after: KeySampling.longest)
        let rowsExpire = connections.configuration.writing.expiry != .never
        return await withTaskGroup(of: (ClusterNode, ServerAnswers?).self) { group in
            for (place, node) in map.nodes.enumerated() {
                group.addTask {
                    let answers = await connections.attempt(node) { session throws(RedisFault) in
                        place < map.shards.count
                            ? try ServerAnswers.all(session, rowsExpire: rowsExpire, samplingUntil: deadline)
                            : try ServerAnswers.report(session, rowsExpire: rowsExpire)
                    }
                    return (node, try? answers.get())
                }
            }
            var answers: [ClusterNode: ServerAnswers] = [:]
            for await (node, told) in group { answers[node] = told }
            return answers
        }
    }
}
