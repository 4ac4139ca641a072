import StorageAPI

/// The settings of a store of type `REDIS_CLUSTER`, read.
struct RedisClusterConfiguration: Sendable {
    let seeds: [ClusterNode]
    let credentials: RedisConfiguration.Credentials?
    /// Nil where connections are not encrypted.
    let tls: TLSConfiguration?
    let timeouts: RedisTimeouts
    let clusterTimeout: Duration
    let readsReplicas: Bool
    let writing: RedisWriteStyle

    /// Reads settings that the card has checked and completed with its defaults.
    ///
    /// - Throws: the first setting that is missing or cannot be read.
    init(_ place: ConnectorCard.Place) throws(SettingFault) {
        let config = place.config
        seeds = try ClusterSeeds.read(config[RedisClusterSetting.connectionString.key] ?? "")
        timeouts = try RedisTimeouts(config)
        guard let timeout = config[RedisClusterSetting.clusterTimeout.key].flatMap({ Int($0) }),
            case .integer(let range) = RedisClusterSetting.clusterTimeoutKind, range.contains(timeout)
        else { throw Self.fault(.clusterTimeout) }
        clusterTimeout = .milliseconds(timeout)
        switch config[RedisClusterSetting.readFrom.key] {
        case "master": readsReplicas = false
        case "replica": readsReplicas = true
        default: throw Self.fault(.readFrom)
        }
        writing = try RedisWriteStyle(config)
        tls = try TLSConfiguration(
            place, hosts: seeds.map(\.host), of: RedisClusterSetting.connectionString.key)
        credentials = try RedisConfiguration.Credentials(place)
    }

    /// Where the store is, without secrets: the seeds.
    var endpoint: String { seeds.map(\.description).joined(separator: ",") }

    private static func fault(_ setting: RedisClusterSetting) -> SettingFault {
        SettingFault(key: setting.key, message: "\(setting.key) must be \(setting.setting.kind.name)")
    }
}
