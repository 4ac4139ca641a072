import Foundation
import Synchronization

/// A real Redis Cluster of one test's own on loopback: every node a redis-server in a temporary folder, killed by its
/// process id.
///
/// Nodes keep their place in the cluster over a restart, but no rows. The first ones begin as masters.
public final class RedisCluster: Sendable {
    /// Why a cluster did not start.
    public struct StartFailure: Error, CustomStringConvertible {
        /// What is not as it should be.
        public let description: String
    }

    private struct Node: Sendable {
        let port: Int
        let folder: TemporaryFolder
        let proxy: FaultyProxy?
    }

    /// What `AUTH` needs; nil for open servers.
    public let password: String?
    /// Whose password that is; nil for the default user's.
    public let user: String?

    private let nodes: [Node]
    private let arguments: [String]
    private let tls: RedisServerTLS?
    private let running: Mutex<[RedisServerProcess?]>

    /// Starts a cluster, and returns when all of its nodes say that it is well.
    ///
    /// - Parameters:
    ///   - replicasPerMaster: 0 or 1; there are three masters.
    ///   - password: what `AUTH` needs; nil for open servers.
    ///   - user: whose password that is, with all rights; nil for the default user.
    ///   - tls: how all nodes encrypt, also among themselves; nil for a cluster that speaks in the clear.
    ///   - hasProxies: nodes are reached, and name each other, by ports that can be cut.
    ///   - nodeTimeout: milliseconds after which a silent node counts as lost.
    /// - Throws: ``MissingBackend`` where this machine has no Redis; ``StartFailure``.
    public init(
        replicasPerMaster: Int = 1, password: String? = nil, user: String? = nil, tls: RedisServerTLS? = nil,
        hasProxies: Bool = false, nodeTimeout: Int = 1000
    ) throws {
        self.password = password
        self.user = user
        self.tls = tls
        arguments =
            [
                "--cluster-enabled", "yes", "--cluster-node-timeout", "\(nodeTimeout)", "--cluster-config-file",
                "nodes.conf", "--repl-diskless-sync-delay", "0",
            ]
            + Self.access(password, user)
            + (tls == nil ? [] : ["--tls-cluster", "yes", "--tls-replication", "yes"])
        var nodes: [Node] = []
        var processes: [RedisServerProcess?] = []
        defer { if processes.count < 3 * (1 + replicasPerMaster) { for process in processes { process?.kill() } } }
        for _ in 0..<3 * (1 + replicasPerMaster) {
            let port = try Self.freePort()
            let node = Node(
                port: port, folder: try TemporaryFolder(), proxy: hasProxies ? try FaultyProxy(to: port) : nil)
            processes.append(try Self.start(node, arguments, tls))
            nodes.append(node)
        }
        self.nodes = nodes
        running = Mutex(processes)
        try command(
            ["--cluster", "create"] + nodes.map { "127.0.0.1:\($0.port)" }
                + ["--cluster-replicas", "\(replicasPerMaster)", "--cluster-yes"])
        try waitUntilWell()
    }

    deinit {
        for index in nodes.indices { kill(index) }
    }

    /// The ports by which the nodes are reached.
    public var ports: [Int] { nodes.map { $0.proxy?.port ?? $0.port } }

    /// The nodes that are masters now and hold slots, by their places.
    public func masters() throws -> [Int] {
        try nodes.indices.filter { index in
            guard running.withLock({ $0[index] != nil }) else { return false }
            let line = try ask(index, "CLUSTER", "NODES").split(separator: "\n").first { $0.contains("myself") }
            return line?.contains("master") == true && line?.split(separator: " ").count ?? 0 > 8
        }
    }

    /// Ends a node at once, with SIGKILL. Calling it twice is harmless.
    public func kill(_ index: Int) {
        running.withLock { running in
            running[index]?.kill()
            running[index] = nil
        }
    }

    /// Starts a killed node again, empty, in its place.
    public func restart(_ index: Int) throws {
        kill(index)
        let process = try Self.start(nodes[index], arguments, tls)
        running.withLock { $0[index] = process }
    }

    /// Stops a node's process without ending it: it holds connections and answers nothing.
    public func freeze(_ index: Int) {
        running.withLock { $0[index]?.signal(SIGSTOP) }
    }

    /// Lets a frozen node go on.
    public func thaw(_ index: Int) {
        running.withLock { $0[index]?.signal(SIGCONT) }
    }

    /// Cuts all connections to all nodes, where they have proxies.
    public func cut() {
        for node in nodes { node.proxy?.cut() }
    }

    /// Ends ``cut()``.
    public func mend() throws {
        for node in nodes { try node.proxy?.mend() }
    }

    /// Asks a node with `redis-cli`, which is not the program under test.
    @discardableResult
    public func ask(_ index: Int, _ words: String...) throws -> String {
        try command(["-h", "127.0.0.1", "-p", "\(nodes[index].port)"] + words)
    }

    /// Removes every key.
    public func empty() throws {
        for index in try masters() { try ask(index, "FLUSHALL") }
    }

    /// Begins to move a slot and stops there: the old holder answers for the keys it has, and says `ASK` for others.
    public func openSlot(_ slot: Int, from source: Int, to target: Int) throws {
        try ask(target, "CLUSTER", "SETSLOT", "\(slot)", "IMPORTING", try identity(of: source))
        try ask(source, "CLUSTER", "SETSLOT", "\(slot)", "MIGRATING", try identity(of: target))
    }

    /// Ends what ``openSlot(_:from:to:)`` began: the keys move, and then the slot has its new holder.
    ///
    /// Step by step, as it is done while a cluster is used: `redis-cli --cluster fix` names the new holder before all keys
    /// are there, and overwrites newer rows.
    public func closeSlot(_ slot: Int, from source: Int, to target: Int) throws {
        // Every key is on a line of its own, quoted.
        while case let lines = try ask(source, "--no-raw", "CLUSTER", "GETKEYSINSLOT", "\(slot)", "100"),
            lines.contains("\"")
        {
            let keys = lines.split(separator: "\n").compactMap { line in
                line.firstIndex(of: "\"").map { String(line[$0...]) }
            }
            let access = password.map { ["AUTH", $0] } ?? []
            try command(
                ["-h", "127.0.0.1", "-p", "\(nodes[source].port)", "--quoted-input", "MIGRATE", "127.0.0.1"]
                    + ["\(nodes[target].port)", "\"\"", "0", "10000"] + access + ["KEYS"] + keys)
        }
        let identity = try identity(of: target)
        for node in [target, source] { try ask(node, "CLUSTER", "SETSLOT", "\(slot)", "NODE", identity) }
    }

    /// Moves slots with their keys.
    public func reshard(_ count: Int, from source: Int, to target: Int) throws {
        try waitUntilAgreed()
        try command([
            "--cluster", "reshard", "127.0.0.1:\(nodes[0].port)", "--cluster-from", try identity(of: source),
            "--cluster-to", try identity(of: target), "--cluster-slots", "\(count)", "--cluster-yes",
        ])
    }

    /// Polls until every running node says that the cluster is well and every replica has its master's rows.
    public func waitUntilWell() throws {
        let deadline = ContinuousClock.now + .seconds(20)
        var state = "no answer"
        while ContinuousClock.now < deadline {
            state = try nodes.indices.compactMap { try complaint(of: $0) }.joined(separator: "; ")
            if state.isEmpty { return }
            Thread.sleep(forTimeInterval: 0.05)
        }
        throw StartFailure(description: "the cluster does not become well: \(state)")
    }

    /// Polls until `redis-cli` finds that all nodes tell the same, without which it moves no slots.
    private func waitUntilAgreed() throws {
        let deadline = ContinuousClock.now + .seconds(10)
        while true {
            do {
                try command(["--cluster", "check", "127.0.0.1:\(nodes[0].port)"])
                return
            } catch  where ContinuousClock.now < deadline {
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
    }

    private func complaint(of index: Int) throws -> String? {
        guard running.withLock({ $0[index] != nil }) else { return nil }
        let state = try ask(index, "CLUSTER", "INFO")
        guard state.contains("cluster_state:ok"), state.contains("cluster_known_nodes:\(nodes.count)") else {
            return "node \(index): \(state.prefix(30))"
        }
        let replication = try ask(index, "INFO", "replication")
        let isInStep = replication.contains("role:master") || replication.contains("master_link_status:up")
        return isInStep ? nil : "node \(index): not in step with its master"
    }

    private func identity(of index: Int) throws -> String { try ask(index, "CLUSTER", "MYID") }

    /// The bus has the port 10,000 above, which must be free, too.
    private static func freePort() throws -> Int {
        for _ in 0..<200 {
            let port = Int.random(in: 20_000...32_000)
            guard let own = try? LoopbackPort.listen(on: port, backlog: 0) else { continue }
            defer { close(own.descriptor) }
            guard let bus = try? LoopbackPort.listen(on: port + 10_000, backlog: 0) else { continue }
            close(bus.descriptor)
            return port
        }
        throw StartFailure(description: "no two free ports 10,000 apart")
    }

    private static func access(_ password: String?, _ user: String?) -> [String] {
        guard let password else { return [] }
        guard let user else { return ["--requirepass", password, "--masterauth", password] }
        return [
            "--user", user, "on", ">\(password)", "~*", "+@all", "--masteruser", user, "--masterauth", password,
            "--requirepass", "another-\(password)",
        ]
    }

    private static func start(
        _ node: Node, _ arguments: [String], _ tls: RedisServerTLS?
    ) throws -> RedisServerProcess {
        let announced = node.proxy.map { proxy in
            [
                tls == nil ? "--cluster-announce-port" : "--cluster-announce-tls-port", "\(proxy.port)",
                "--cluster-announce-bus-port", "\(node.port + 10_000)",
                "--cluster-announce-ip", "127.0.0.1",
            ]
        }
        return try RedisServerProcess(
            port: node.port, folder: node.folder.path, arguments: arguments + (announced ?? []), tls: tls)
    }

    /// - Throws: ``StartFailure`` with what it printed, where it ended badly or was told of an error.
    @discardableResult
    private func command(_ words: [String]) throws -> String {
        let access =
            (tls?.clientArguments ?? []) + (user.map { ["--user", $0] } ?? [])
            + (password.map { ["-a", $0, "--no-auth-warning"] } ?? [])
        let (reading, writing) = try SpawnedProcess.pipe()
        let output = FileHandle(fileDescriptor: reading, closeOnDealloc: true)
        let started = Result {
            try SpawnedProcess([try ProgramPath.find("redis-cli")] + access + words, output: writing, errors: writing)
        }
        close(writing)
        let process = try started.get()
        defer { process.wait() }
        var text = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
        while text.last?.isNewline == true { text.removeLast() }
        if text.hasPrefix("ERR") || text.contains("[ERR]") {
            throw StartFailure(description: "redis-cli \(words.joined(separator: " ")): \(text.suffix(500))")
        }
        return text
    }
}
