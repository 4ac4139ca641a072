import StorageAPI

/// The settings of a store of type `REDIS`, read.
struct RedisConfiguration: Sendable {
    /// Who one is to the server.
    struct Credentials: Sendable {
        /// Nil for the default user.
        let username: String?
        let password: SecretSource

        /// Nil where neither a user nor a password is set.
        ///
        /// - Throws: where the password is set twice.
        init?(_ place: ConnectorCard.Place) throws(SettingFault) {
            username = RedisSetting.username.text(in: place.config)
            let password = try SecretSource(.password, orFile: .passwordFile, in: place)
            guard username != nil || password != nil else { return nil }
            self.password = password ?? .settings(Secret(""))
        }
    }

    let host: String
    let port: Int
    let credentials: Credentials?
    let database: Int
    let timeouts: RedisTimeouts
    let writing: RedisWriteStyle
    /// Nil where the connection is not encrypted.
    let tls: TLSConfiguration?
    /// True where the server may be a cluster's replica and is to answer reads all the same.
    let readsReplica: Bool

    /// Reads settings that the card has checked and completed with its defaults.
    ///
    /// - Throws: the first setting that is missing or cannot be read.
    init(_ place: ConnectorCard.Place) throws(SettingFault) {
        let config = place.config
        host = Self.withoutBrackets(config[RedisSetting.host.key] ?? "")
        guard !host.isEmpty else { throw Self.fault(.host) }
        port = try Self.integer(.port, in: config)
        database = try Self.integer(.database, in: config)
        timeouts = try RedisTimeouts(config)
        writing = try RedisWriteStyle(config)
        tls = try TLSConfiguration(place, hosts: [host], of: RedisSetting.host.key)
        readsReplica = false
        credentials = try Credentials(place)
    }

    /// The settings for one node of a cluster.
    init(_ node: ClusterNode, of cluster: RedisClusterConfiguration, readsReplica: Bool) {
        host = node.host
        port = node.port
        credentials = cluster.credentials
        database = 0
        timeouts = cluster.timeouts
        writing = cluster.writing
        tls = cluster.tls
        self.readsReplica = readsReplica
    }

    /// Where the store is, without secrets: `127.0.0.1:6379/0`, `[::1]:6379/0`.
    var endpoint: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)/\(database)" }

    /// How often and how patiently to try again, by Feast's two settings (spec section 2.3), and when to leave the store alone.
    static func retryPolicy(_ config: [String: String]) -> RetryPolicy {
        let backoff = number(.initialBackoff, in: config) ?? 0
        let failures = number(.circuitFailures, in: config) ?? 0
        let circuit = CircuitPolicy(failures: failures, rest: .milliseconds(number(.circuitRest, in: config) ?? 0))
        return RetryPolicy(
            maxRetries: number(.maxRetries, in: config) ?? 0, initialBackoff: .milliseconds(backoff),
            circuit: failures > 0 ? circuit : nil)
    }

    private static func number(_ setting: RedisSetting, in config: [String: String]) -> Int? {
        config[setting.key].flatMap { Int($0) }
    }

    static func integer(_ setting: RedisSetting, in config: [String: String]) throws(SettingFault) -> Int {
        guard let number = config[setting.key].flatMap({ Int($0) }), case .integer(let range) = setting.kind,
            range.contains(number)
        else { throw fault(setting) }
        return number
    }

    static func fault(_ setting: RedisSetting) -> SettingFault {
        SettingFault(key: setting.key, message: "\(setting.key) must be \(setting.kind.name)")
    }

    /// An IPv6 address may be written `[::1]`.
    static func withoutBrackets(_ host: String) -> String {
        host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    }
}
