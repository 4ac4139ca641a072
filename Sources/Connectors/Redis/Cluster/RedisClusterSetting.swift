import StorageAPI

/// The settings of the card for clusters: its own, and those that a single server has, too.
enum RedisClusterSetting {
    case connectionString
    case clusterTimeout
    case readFrom
    /// Its key is a single server's; what it means where it is unset is not.
    case tlsServerName

    /// All settings of the card, in the order worth reading.
    static let all: [ConnectorSetting] =
        [connectionString.setting]
        + shared(.username, .password, .passwordFile)
        + shared(.tls, .tlsCAFile, .tlsCertFile, .tlsKeyFile, .tlsKeyPassword, .tlsKeyPasswordFile)
        + [tlsServerName.setting]
        + shared(.connectTimeout, .readTimeout, .writeTimeout)
        + [clusterTimeout.setting]
        + shared(.initialBackoff, .maxRetries, .circuitFailures, .circuitRest)
        + [readFrom.setting]
        + shared(.encoding, .newestWins, .ttlSeconds, .ttlFromMaxAge)

    static let clusterTimeoutKind = ConnectorSetting.Kind.integer(1...3_600_000)

    var key: String {
        switch self {
        case .connectionString: "connection_string"
        case .clusterTimeout: "cluster_timeout_ms"
        case .readFrom: "read_from"
        case .tlsServerName: RedisSetting.tlsServerName.key
        }
    }

    var setting: ConnectorSetting {
        switch self {
        case .connectionString:
            ConnectorSetting(
                key, .text, isRequired: true,
                documentation: "Some of the cluster's servers, host:port,host:port; the others are found by them.")
        case .clusterTimeout:
            ConnectorSetting(
                key, Self.clusterTimeoutKind, defaultValue: "15000",
                documentation:
                    "How long a call waits for a failover or for slots that move, in milliseconds; more than "
                    + "the cluster-node-timeout.")
        case .readFrom:
            ConnectorSetting(
                key, .choice(["master", "replica"]), defaultValue: "master",
                documentation: "Who answers reads: master, or replica, which may be behind.")
        case .tlsServerName:
            ConnectorSetting(
                key, .text,
                documentation:
                    "Name or address that every server's certificate must hold; unset for each server's own, as the "
                    + "cluster names it.")
        }
    }

    private static func shared(_ settings: RedisSetting...) -> [ConnectorSetting] { settings.map(\.setting) }
}
