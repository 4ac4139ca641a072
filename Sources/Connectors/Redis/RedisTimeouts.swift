import StorageAPI

/// How long a server is waited for: the three settings that one server and a cluster share.
struct RedisTimeouts: Sendable {
    let connect: Duration
    let read: Duration
    let write: Duration

    /// Reads settings that the card has completed with its defaults.
    init(_ config: [String: String]) throws(SettingFault) {
        connect = .milliseconds(try RedisConfiguration.integer(.connectTimeout, in: config))
        read = .milliseconds(try RedisConfiguration.integer(.readTimeout, in: config))
        write = .milliseconds(try RedisConfiguration.integer(.writeTimeout, in: config))
    }
}
