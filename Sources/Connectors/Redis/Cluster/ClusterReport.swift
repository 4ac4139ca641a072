import StorageAPI

/// What a cluster's nodes told of it, put together.
struct ClusterReport: Sendable {
    /// What one master told.
    struct Master: Sendable {
        var keys: Int64?
        /// Its `INFO`.
        var information: String?
    }

    let map: ClusterMap
    /// The answer to `CLUSTER INFO`, where the user may ask.
    let state: ServerReport?
    /// Masters that did not answer are missing.
    let masters: [ClusterNode: Master]

    /// How many keys there are; nil where a master did not tell.
    var keys: Int64? {
        var sum: Int64 = 0
        for shard in map.shards {
            guard let keys = masters[shard.master]?.keys else { return nil }
            sum += keys
        }
        return sum
    }

    /// The versions there are, in the order of the masters.
    var version: String? {
        var versions: [String] = []
        for shard in map.shards {
            guard let version = report(shard.master)?.version, !versions.contains(version) else { continue }
            versions.append(version)
        }
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
        ] + map.shards.enumerated().map { fact($1, number: $0 + 1) }
    }

    private var stateText: String {
        guard let text = state?["cluster_state"] else { return "not told: the user has no right to CLUSTER INFO" }
        return text == "ok" ? text : text + ": WARNING, keys are not served"
    }

    /// The address stands in the value: names of facts are cut to one short width.
    private func fact(_ shard: ClusterMap.Shard, number: Int) -> StoreProbe.Fact {
        var parts = ["\(shard.master)", "\(shard.slotCount) slots"]
        if let master = masters[shard.master] {
            if let keys = master.keys { parts.append("\(keys) keys") }
        } else {
            parts.append("WARNING, it does not answer")
        }
        parts += shard.replicas.map { "replica \($0)" + lag(of: $0, behind: shard.master) }
        if shard.replicas.isEmpty { parts.append("no replica") }
        return StoreProbe.Fact("master \(number)", parts.joined(separator: "; "))
    }

    private func lag(of replica: ClusterNode, behind master: ClusterNode) -> String {
        guard let report = report(master), let written = report.written else { return "" }
        let told = report.replicas.first { $0.host == replica.host && $0.port == replica.port }
        guard let told else { return " (not connected to its master)" }
        guard told.isOnline, let offset = told.offset else { return " (not in step yet)" }
        return " (\(max(0, written - offset)) bytes behind)"
    }

    private func report(_ node: ClusterNode) -> ServerReport? {
        masters[node]?.information.map { ServerReport(text: $0) }
    }
}
