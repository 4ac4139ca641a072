import StorageAPI

/// The settings of the card for clusters, each once. Those that a single server has, too, are the same.
enum RedisClusterSetting: CaseIterable {
    case connectionString
    case username
    case password
    case passwordFile
    case tls
    case tlsCAFile
    case tlsCertFile
    case tlsKeyFile
    case tlsKeyPassword
    case tlsKeyPasswordFile
    case tlsServerName
    case connectTimeout
    case readTimeout
    case writeTimeout
    case clusterTimeout
    case initialBackoff
    case maxRetries
    case circuitFailures
    case circuitRest
    case readFrom
    case encoding
    case newestWins
    case ttlSeconds
    case ttlFromMaxAge

    var key: String {
        switch self {
        case .connectionString: "connection_string"
        case .clusterTimeout: "cluster_timeout_ms"
        case .readFrom: "read_from"
        default: shared?.key ?? ""
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
        default: shared?.setting ?? ConnectorSetting(key, .text, documentation: "")
        }
    }

    static let clusterTimeoutKind = ConnectorSetting.Kind.integer(1...3_600_000)

    private var shared: RedisSetting? {
        switch self {
        case .connectionString, .clusterTimeout, .readFrom: nil
        case .username: .username
        case .password: .password
        case .passwordFile: .passwordFile
        case .tls: .tls
        case .tlsCAFile: .tlsCAFile
        case .tlsCertFile: .tlsCertFile
        case .tlsKeyFile: .tlsKeyFile
        case .tlsKeyPassword: .tlsKeyPassword
        case .tlsKeyPasswordFile: .tlsKeyPasswordFile
        case .tlsServerName: .tlsServerName
        case .connectTimeout: .connectTimeout
        case .readTimeout: .readTimeout
        case .writeTimeout: .writeTimeout
        case .initialBackoff: .initialBackoff
        case .maxRetries: .maxRetries
        case .circuitFailures: .circuitFailures
        case .circuitRest: .circuitRest
        case .encoding: .encoding
        case .newestWins: .newestWins
        case .ttlSeconds: .ttlSeconds
        case .ttlFromMaxAge: .ttlFromMaxAge
        }
    }
}
