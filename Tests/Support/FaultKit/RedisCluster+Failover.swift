import Foundation

extension RedisCluster {
    /// Kills a master with SIGKILL while it is written to, and waits until its replica has taken its place for everybody.
    ///
    /// Redis acknowledges a row before its replica has it, so that a master which is killed at any moment may take
    /// acknowledged rows with it. This one stops to answer writes first and is killed when its replica has all that it
    /// answered; the writes that wait then are lost.
    ///
    /// - Returns: how long it took from the kill until every other node said that the cluster is well without it, as
    ///   `redis-cli` tells.
    public func failOver(_ master: Int) throws -> Duration {
        let identity = try ask(master, "CLUSTER", "MYID")
        let replicas = try replicas(of: master)
        try ask(master, "CLIENT", "PAUSE", "60000", "WRITE")
        try poll("the replica of node \(master) to have its rows") {
            let written = try replicationField("master_repl_offset", of: master)
            return try replicas.contains { try replicationField("slave_repl_offset", of: $0) == written }
        }
        kill(master)
        let start = ContinuousClock.now
        for node in ports.indices where node != master {
            try poll("node \(node) to do without node \(master)") { try isWell(node, without: identity) }
        }
        return .now - start
    }

    /// Has a replica take its master's place, without losing anything, as soon as it has all of the master's rows.
    public func promote(_ replica: Int) throws {
        try ask(replica, "CLUSTER", "FAILOVER")
        var since = ContinuousClock.now
        try poll("node \(replica) to be a master") {
            if try masters().contains(replica) { return true }
            // Redis gives up after five seconds, and says so only in its log.
            if .now - since > .seconds(6), try !masters().contains(replica) {
                try ask(replica, "CLUSTER", "FAILOVER")
                since = .now
            }
            return false
        }
    }

    private func replicas(of master: Int) throws -> [Int] {
        try ports.indices.filter { try replicationField("master_port", of: $0) == "\(ports[master])" }
    }

    private func replicationField(_ name: String, of node: Int) throws -> Substring? {
        try ask(node, "INFO", "replication").split(whereSeparator: \.isNewline).first { $0.hasPrefix(name + ":") }?
            .dropFirst(name.count + 1)
    }

    private func isWell(_ node: Int, without identity: String) throws -> Bool {
        guard try ask(node, "CLUSTER", "INFO").contains("cluster_state:ok") else { return false }
        let lines = try ask(node, "CLUSTER", "NODES").split(whereSeparator: \.isNewline)
        // A node's slots stand behind eight other words.
        return !lines.contains { $0.hasPrefix(identity) && $0.split(separator: " ").count > 8 }
    }

    private func poll(_ what: String, _ isDone: () throws -> Bool) throws {
        let deadline = ContinuousClock.now + .seconds(30)
        while try !isDone() {
            guard .now < deadline else { throw StartFailure(description: "waited in vain for \(what)") }
            Thread.sleep(forTimeInterval: 0.01)
        }
    }
}
