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
            ("memory used", memoryUsed.map(Self.size)),
            ("memory limit", limit), ("eviction", eviction), ("persistence", persistence), ("hit rate", hitRate),
            ("clients", text("connected_clients")), ("uptime", uptimeSeconds.map(Self.time)),
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
        if let isInTouch {
            return isInTouch ? "in touch with its primary" : "WARNING, out of touch with its primary"
        }
        guard let count = number("connected_slaves") else { return nil }
        if count == 0 { return "no replica" }
        let late = replicas.count { !$0.isOnline }
        let words = (count == 1 ? "1 replica" : "\(count) replicas") + (late == 0 ? "" : ", \(late) not in step yet")
        guard let written, let behind = replicas.filter(\.isOnline).compactMap(\.offset).min() else { return words }
        return "\(words), \(Self.size(max(0, written - behind))) behind"
    }

    /// Of a replica whether it hears its primary; nil of a primary.
    var isInTouch: Bool? { text("master_link_status").map { $0 == "up" } }

    /// How many bytes of its primary's changes a replica has taken.
    var heard: Int64? { number("slave_repl_offset") }

    /// How many bytes of changes a primary has written.
    var written: Int64? { number("master_repl_offset") }

    /// The replicas that a primary knows.
    var replicas: [ReplicaReport] {
        (0..<max(0, min(number("connected_slaves") ?? 0, 1000))).compactMap { number in
            text("slave\(number)").map(ReplicaReport.init)
        }
    }

    var memoryUsed: Int64? { number("used_memory") }
    /// 0 where there is none.
    var memoryLimit: Int64? { number("maxmemory") }
    var hits: Int64? { number("keyspace_hits") }
    var misses: Int64? { number("keyspace_misses") }
    var clients: Int64? { number("connected_clients") }
    var uptimeSeconds: Int64? { number("uptime_in_seconds") }

    /// How much of its limit is used; nil where it has none.
    var memoryShare: Double? {
        guard let memoryUsed, let memoryLimit, memoryLimit > 0 else { return nil }
        return Double(memoryUsed) / Double(memoryLimit)
    }

    var limit: String? { memoryLimit.map { $0 == 0 ? "none" : Self.size($0) } }

    /// The policy, and whether it can cost rows: without expiry only the `allkeys` policies reach them.
    var eviction: String? {
        guard let policy = text("maxmemory_policy") else { return nil }
        guard policy.hasPrefix("allkeys-") || rowsExpire && policy.hasPrefix("volatile-") else { return policy }
        return memoryLimit == 0
            ? "\(policy) (evicts nothing while there is no memory limit)"
            : "\(policy): WARNING, rows are evicted when the memory is full; set maxmemory-policy noeviction"
    }

    private var persistence: String? {
        guard let isAppending else { return nil }
        let changes = text("rdb_changes_since_last_save") ?? "?"
        return (isAppending ? "append-only file" : "\(changes) changes since the last snapshot") + lastSave
    }

    /// How it saves, without what changes from one moment to the next.
    var persistenceKind: String? { isAppending.map { ($0 ? "append-only file" : "snapshots") + lastSave } }

    private var isAppending: Bool? { text("aof_enabled").map { $0 == "1" } }

    private var lastSave: String {
        let hasFailed = text("rdb_last_bgsave_status") == "err" || text("aof_last_write_status") == "err"
        return hasFailed ? ": WARNING, the last save failed" : ""
    }

    private var hitRate: String? {
        guard let hits, let misses else { return nil }
        return Self.hitRate(hits: hits, misses: misses)
    }

    /// Nil where nothing was read yet.
    static func hitRate(hits: Int64, misses: Int64) -> String? {
        hits + misses > 0 ? percent(Double(hits) / Double(hits + misses)) : nil
    }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    /// A length of time in its largest unit of which there are two.
    static func time(_ seconds: Int64) -> String {
        if seconds >= 172_800 { return "\(seconds / 86_400) days" }
        if seconds >= 7_200 { return "\(seconds / 3_600) hours" }
        return seconds >= 120 ? "\(seconds / 60) minutes" : "\(seconds) seconds"
    }

    private func text(_ name: String) -> String? { text(Substring(name)) }

    /// A value as the server wrote it.
    subscript(_ name: String) -> String? { text(name[...]) }

    private func text(_ name: Substring) -> String? { fields[name].map(String.init) }

    private func number(_ name: Substring) -> Int64? { ServerCount.read(fields[name]) }

    static func size(_ bytes: Int64) -> String {
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
