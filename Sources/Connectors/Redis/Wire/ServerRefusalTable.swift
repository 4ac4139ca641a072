import StorageAPI

/// Every error reply of Redis that means something particular here, by how its text begins.
enum ServerRefusalTable {
    struct Entry: Sendable {
        let prefix: String
        let code: StoreError.Code
        let recovery: StoreError.Recovery
        let scope: ServerRefusal.Scope
        let message: String

        init(
            _ prefix: String, _ code: StoreError.Code, _ recovery: StoreError.Recovery,
            _ scope: ServerRefusal.Scope, _ message: String
        ) {
            self.prefix = prefix
            self.code = code
            self.recovery = recovery
            self.scope = scope
            self.message = message
        }

        init(
            _ prefix: String, _ code: StoreError.Code, _ recovery: StoreError.Recovery, _ message: String
        ) {
            self.init(prefix, code, recovery, .store, message)
        }

        /// For what is not in the table; it concerns the store, so that no row is set aside for an unknown reason.
        static func other(_ word: String) -> Entry {
            Entry(word, .rejected, .permanent, "Redis refused the request with \(word)")
        }
    }

    /// The entry whose prefix the text begins with; more telling prefixes stand first.
    static func entry(for text: UnsafeRawBufferPointer) -> Entry? {
        entries.first { text.starts(with: $0.prefix.utf8) }
    }

    static let entries: [Entry] = room + rights + state + cluster + requests

    private static let room: [Entry] = [
        Entry(
            "OOM", .throttled, .transient,
            "Redis has reached its maxmemory and takes no more; raise maxmemory or remove keys"),
        Entry(
            "MISCONF", .unavailable, .transient,
            "Redis takes no writes because it cannot save to disk; free disk space or look at its log"),
        Entry(
            "ERR max number of clients", .throttled, .transient,
            "Redis has no room for another connection; raise maxclients or close other clients"),
        Entry("BUSY", .throttled, .transient, "Redis is busy with a long script; wait for it or kill it"),
        Entry(
            "UNKILLABLE", .throttled, .transient, "Redis is busy with a script that has written and cannot be killed"),
    ]

    private static let rights: [Entry] = [
        Entry("NOAUTH", .denied, .permanent, "Redis asks for a password; set password (and username)"),
        Entry("WRONGPASS", .denied, .permanent, "Redis refused the user name or password; check username and password"),
        Entry("ERR invalid password", .denied, .permanent, "Redis refused the password; check password"),
        Entry("NOPERM", .denied, .permanent, rightsAdvice),
        Entry("ERR The user executing the script can't", .denied, .permanent, rightsAdvice),
        Entry(
            "DENIED", .denied, .permanent,
            "Redis is in protected mode and takes connections from its own machine only; give it a password"),
        Entry(
            "ERR AUTH <password> called without any password", .misconfigured, .permanent,
            "Redis has no password for the default user; remove the setting password"),
        Entry(
            "ERR Client sent AUTH, but no password", .misconfigured, .permanent,
            "Redis has no password; remove the setting password"),
        Entry(
            "ERR wrong number of arguments for 'auth'", .misconfigured, .permanent,
            "this Redis is too old for user names; remove the setting username"),
    ]

    private static let state: [Entry] = [
        Entry("LOADING", .unavailable, .transient, "Redis is still loading its data; try again shortly"),
        Entry(
            "READONLY", .unavailable, .transient,
            "this Redis is a read-only replica; point host and port at the primary"),
        Entry("MASTERDOWN", .unavailable, .transient, "this Redis is a replica that has lost its primary"),
        Entry(
            "NOREPLICAS", .unavailable, .transient, "Redis takes no writes because too few replicas are in touch"),
        Entry("NOSCRIPT", .unexpected, .transient, "Redis has lost the script that was sent a moment ago"),
    ]

    private static let cluster: [Entry] = [
        Entry("CLUSTERDOWN", .unavailable, .transient, "the Redis Cluster that this server belongs to is down"),
        Entry("TRYAGAIN", .throttled, .transient, "the Redis Cluster is moving the keys; try again shortly"),
        Entry("MOVED", .misconfigured, .permanent, clusterAdvice),
        Entry("ASK", .misconfigured, .permanent, clusterAdvice),
        Entry("CROSSSLOT", .misconfigured, .permanent, clusterAdvice),
        Entry(
            "ERR SELECT is not allowed in cluster mode", .misconfigured, .permanent,
            "a Redis Cluster has no database but 0; remove the setting database"),
        Entry(
            "ERR This instance has cluster support disabled", .misconfigured, .permanent, clusterDisabledAdvice),
        Entry("ERR Unknown subcommand", .unsupported, .permanent, subcommandAdvice),
        Entry("ERR unknown subcommand", .unsupported, .permanent, subcommandAdvice),
    ]

    private static let requests: [Entry] = [
        Entry(
            "WRONGTYPE", .rejected, .permanent, .row,
            "the key holds something that is no feature row (not a string); remove it or use another database"),
        Entry(
            "ERR string exceeds maximum allowed size", .rejected, .permanent, .row,
            "the row is larger than Redis takes (proto-max-bulk-len)"),
        Entry(
            "ERR DB index is out of range", .misconfigured, .permanent,
            "Redis has no database of that number; check the setting database"),
        Entry(
            "ERR invalid DB index", .misconfigured, .permanent,
            "Redis has no database of that number; check the setting database"),
        Entry(
            "ERR unknown command", .unsupported, .permanent,
            "Redis does not know a command that is needed (MGET, EVAL, EVALSHA); it may have been renamed or disabled"),
        Entry(
            "ERR Protocol error", .rejected, .permanent,
            "Redis could not read the request; a value may be larger than its proto-max-bulk-len"),
        Entry("NOPROTO", .unsupported, .permanent, "Redis does not speak this version of its protocol"),
    ]

    private static let rightsAdvice =
        "the user may not do this; its rights need +mget +set +mset +eval +evalsha +ping and the keys"
    static let clusterDisabledAdvice = "this server belongs to no Redis Cluster; use the type REDIS"
    static let subcommandAdvice = "Redis is too old for a part of a command that is needed"
    private static let clusterAdvice =
        "this server is part of a Redis Cluster, and the type REDIS speaks to a single server only; use REDIS_CLUSTER"
}
