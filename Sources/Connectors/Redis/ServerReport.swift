import StorageAPI

/// The answer to `INFO`, read: lines of `name:value`, sections after `#`.
struct ServerReport: Sendable {
    private let fields: [Substring: Substring]
    /// True where rows have a time to live, so that the `volatile` policies of eviction reach them.
    private let rowsExpire: Bool

    init(text: String, rowsExpire: Bool = false) {
        self.rowsExpire = rowsExpire
        var fields: [Substring: Substring] = [:]
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon]] = line[line.index(after: colon)...]
        }
        self.fields = fields
    }

    var version: String? { fields["redis_version"].map(String.init) }

    /// What an operator wants to know, in the order worth reading; what the server does not tell is left out.
    var facts: [StoreProbe.Fact] {
        let known: [(String, String?)] = [
            ("mode", text("redis_mode")), ("role", role), ("replication", replication),
            ("memory used", bytes("used_memory").map(Self.size)),
            ("memory limit", limit), ("eviction", eviction), ("persistence", persistence), ("hit rate", hitRate),
            ("clients", text("connected_clients")), ("uptime", uptime),
        ]
        return known.compactMap { name, value in value.map { StoreProbe.Fact(name, $0) } }
    }

    private var role: String? {
        guard let role = text("role") else { return nil }
        if role == "slave" { return "replica: WARNING, it takes no rows; point host and port at the primary" }
        return role == "master" ? "primary" : role
    }

    /// Of a primary how many replicas there are and how far the slowest is behind; of a replica whether it hears anything.
    private var replication: String? {
        if let link = text("master_link_status") {
            return link == "up" ? "in touch with its primary" : "WARNING, out of touch with its primary"
        }
        guard let count = bytes("connected_slaves"), count > 0 else { return nil }
        let words = count == 1 ? "1 replica" : "\(count) replicas"
        guard let written, let behind = replicas.compactMap(\.offset).min() else { return words }
        return "\(words), \(Self.size(max(0, written - behind))) behind"
    }

    /// How many bytes of changes a primary has written.
    var written: Int64? { bytes("master_repl_offset") }

    /// The replicas that a primary knows.
    var replicas: [ReplicaReport] {
        (0..<max(0, min(bytes("connected_slaves") ?? 0, 1000))).compactMap { number in
            text("slave\(number)").map(ReplicaReport.init)
        }
    }

    private var limit: String? {
        bytes("maxmemory").map { $0 == 0 ? "none" : Self.size($0) }
    }

    /// The policy, and whether it can cost rows: without expiry only the `allkeys` policies reach them.
    private var eviction: String? {
        guard let policy = text("maxmemory_policy") else { return nil }
        guard policy.hasPrefix("allkeys-") || rowsExpire && policy.hasPrefix("volatile-") else { return policy }
        return bytes("maxmemory") == 0
            ? "\(policy) (evicts nothing while there is no memory limit)"
            : "\(policy): WARNING, rows are evicted when the memory is full; set maxmemory-policy noeviction"
    }

    private var persistence: String? {
        guard let isAppending = text("aof_enabled") else { return nil }
        let changes = text("rdb_changes_since_last_save") ?? "?"
        let kind = isAppending == "1" ? "append-only file" : "\(changes) changes since the last snapshot"
        let hasFailed = text("rdb_last_bgsave_status") == "err" || text("aof_last_write_status") == "err"
        return kind + (hasFailed ? ": WARNING, the last save failed" : "")
    }

    private var hitRate: String? {
        guard let hits = bytes("keyspace_hits"), let misses = bytes("keyspace_misses"), hits + misses > 0 else {
            return nil
        }
        return "\(Int((Double(hits) / Double(hits + misses) * 100).rounded())) %"
    }

    private var uptime: String? {
        guard let seconds = bytes("uptime_in_seconds") else { return nil }
        if seconds >= 172_800 { return "\(seconds / 86_400) days" }
        if seconds >= 7_200 { return "\(seconds / 3_600) hours" }
        return seconds >= 120 ? "\(seconds / 60) minutes" : "\(seconds) seconds"
    }

    private func text(_ name: String) -> String? { text(Substring(name)) }
    /// A value as the server wrote it.
    subscript(_ name: String) -> String? { text(name[...]) }

    private func text(_ name: Substring) -> String? { fields[name].map(String.init) }

    private func bytes(_ name: Substring) -> Int64? { fields[name].flatMap { Int64($0) } }

    private static func size(_ bytes: Int64) -> String {
        var value = Double(bytes)
        var unit = "B"
        for next in ["KiB", "MiB", "GiB", "TiB"] where value >= 1024 {
            value /= 1024
            unit = next
        }
        if unit == "B" { return "\(bytes) B" }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) \(unit)"
    }
}
