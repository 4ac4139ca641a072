import StorageAPI

/// What a cluster's nodes told of it, put together.
struct ClusterReport: Sendable {
    let map: ClusterMap
    /// The answer to `CLUSTER INFO`, where the user may ask.
    let state: ServerReport?
    /// Nodes that did not answer are missing. Replicas are asked for their `INFO` alone.
    let answers: [ClusterNode: ServerAnswers]

    /// How many keys there are; nil where a master did not tell.
    var keys: Int64? {
        var sum: Int64 = 0
        for shard in map.shards {
            guard let keys = answers[shard.master]?.keys else { return nil }
            sum += keys
        }
        return sum
    }

    /// The versions there are, in the order of the nodes.
    var version: String? {
        var versions: [String] = []
        for (_, version) in versionsByNode where !versions.contains(version) { versions.append(version) }
        return versions.isEmpty ? nil : versions.joined(separator: ", ")
    }

    /// What an operator wants to know, in the order worth reading.
    var facts: [StoreProbe.Fact] {
        let replicas = map.shards.reduce(0) { $0 + $1.replicas.count }
        let covered = map.coveredCount
        let slots = "\(covered) of \(ClusterSlot.count)"
        return [
            StoreProbe.Fact("cluster state", stateText),
            StoreProbe.Fact("slots", covered == ClusterSlot.count ? slots : slots + ": WARNING, keys are not served"),
            StoreProbe.Fact("nodes", "\(map.shards.count) masters, \(replicas) replicas"),
        ] + versionFacts + replicationFacts + totalFacts + map.shards.enumerated().map { fact($1, number: $0 + 1) }
            + KeySample.facts(of: map.shards.compactMap { answers[$0.master]?.sample })
    }

    private var stateText: String {
        guard let text = state?["cluster_state"] else { return "not told: the user has no right to CLUSTER INFO" }
        return text == "ok" ? text : text + ": WARNING, keys are not served"
    }

    private var versionsByNode: [(node: ClusterNode, value: String)] {
        map.nodes.compactMap { node in report(node)?.version.map { (node, $0) } }
    }

    /// Who has which version, where not all have the same.
    private var versionFacts: [StoreProbe.Fact] {
        guard Set(versionsByNode.map(\.value)).count > 1, let text = ClusterTotals.grouped(versionsByNode) else {
            return []
        }
        return [StoreProbe.Fact("versions", text)]
    }

    /// How far the slowest replica is behind, and whose loss would lose rows for good.
    private var replicationFacts: [StoreProbe.Fact] {
        let lags = map.shards.flatMap { shard in shard.replicas.compactMap { lag(of: $0, behind: shard.master) } }
        let alone = map.shards.filter(\.replicas.isEmpty).map(\.master.description)
        let words = [
            lags.max().map { "at most \(ServerReport.size($0)) behind" },
            alone.isEmpty ? nil : "no replica of \(alone.joined(separator: ", "))",
        ].compactMap(\.self)
        return words.isEmpty ? [] : [StoreProbe.Fact("replication", words.joined(separator: "; "))]
    }

    /// What all masters tell together, and whether that is all of them.
    private var totalFacts: [StoreProbe.Fact] {
        let masters = map.shards.compactMap { shard in
            report(shard.master).map {
                ClusterTotals.Master(node: shard.master, report: $0, slowLog: answers[shard.master]?.slowLog)
            }
        }
        let facts = ClusterTotals(masters: masters).facts
        if masters.count == map.shards.count { return facts }
        if map.shards.allSatisfy({ answers[$0.master] != nil }) {
            return facts + [StoreProbe.Fact("servers", "tell nothing: the user has no right to INFO")]
        }
        return [
            StoreProbe.Fact(
                "masters asked", "\(masters.count) of \(map.shards.count) answered: WARNING, sums lack the others")
        ]
            + facts
    }

    /// The address stands in the value: names of facts are cut to one short width.
    private func fact(_ shard: ClusterMap.Shard, number: Int) -> StoreProbe.Fact {
        var parts = ["\(shard.master)", "\(shard.slotCount) slots"]
        if let master = answers[shard.master] {
            if let keys = master.keys { parts.append("\(keys) keys") }
        } else {
            parts.append("WARNING, it does not answer")
        }
        parts += shard.replicas.map { "replica \($0)" + state(of: $0, behind: shard.master) }
        if shard.replicas.isEmpty { parts.append("no replica") }
        return StoreProbe.Fact("master \(number)", parts.joined(separator: "; "))
    }

    private func state(of replica: ClusterNode, behind master: ClusterNode) -> String {
        guard let own = answers[replica] else { return " (WARNING, it does not answer)" }
        if own.report?.isInTouch == false { return " (WARNING, out of touch with its master)" }
        if entry(of: replica, at: master)?.isOnline == false { return " (not in step yet)" }
        return lag(of: replica, behind: master).map { " (\($0) bytes behind)" } ?? ""
    }

    /// In bytes of the master's stream of changes; nil where it cannot be told.
    private func lag(of replica: ClusterNode, behind master: ClusterNode) -> Int64? {
        guard let written = report(master)?.written,
            let heard = entry(of: replica, at: master)?.offset ?? report(replica)?.heard
        else { return nil }
        return max(0, written - heard)
    }

    /// A master knows its replicas by addresses that need not be those of the cluster: nil where they differ.
    private func entry(of replica: ClusterNode, at master: ClusterNode) -> ReplicaReport? {
        report(master)?.replicas.first { $0.host == replica.host && $0.port == replica.port }
    }

    private func report(_ node: ClusterNode) -> ServerReport? { answers[node]?.report }
}
