import StorageAPI

/// The settings of the card, each once: key, kind, default and documentation.
enum KafkaSetting: CaseIterable {
    case bootstrapServers
    case topic
    case partitions
    case replicationFactor
    case start
    case securityProtocol
    case saslMechanism
    case saslUsername
    case saslPassword
    case sslCALocation
    case sslCertificateLocation
    case sslKeyLocation
    case sslKeyPassword
    case sessionTimeout
    case requestTimeout
    case deliveryTimeout
    case maxMessageBytes
    case queueMaxKilobytes
    case initialBackoff
    case maxRetries

    var key: String {
        switch self {
        case .bootstrapServers: "bootstrap_servers"
        case .topic: "topic"
        case .partitions: "partitions"
        case .replicationFactor: "replication_factor"
        case .start: "start"
        case .securityProtocol: "security_protocol"
        case .saslMechanism: "sasl_mechanism"
        case .saslUsername: "sasl_username"
        case .saslPassword: "sasl_password"
        case .sslCALocation: "ssl_ca_location"
        case .sslCertificateLocation: "ssl_certificate_location"
        case .sslKeyLocation: "ssl_key_location"
        case .sslKeyPassword: "ssl_key_password"
        case .sessionTimeout: "session_timeout_ms"
        case .requestTimeout: "request_timeout_ms"
        case .deliveryTimeout: "delivery_timeout_ms"
        case .maxMessageBytes: "max_message_bytes"
        case .queueMaxKilobytes: "queue_max_kbytes"
        case .initialBackoff: "initial_backoff_ms"
        case .maxRetries: "max_retries"
        }
    }

    var kind: ConnectorSetting.Kind {
        switch self {
        case .bootstrapServers, .topic, .saslUsername, .saslPassword, .sslKeyPassword: .text
        case .sslCALocation, .sslCertificateLocation, .sslKeyLocation: .path
        case .partitions: .integer(1...100_000)
        case .replicationFactor: .integer(1...32_767)
        case .start: .choice(KafkaConfiguration.Start.allCases.map(\.rawValue))
        case .securityProtocol: .choice(KafkaConfiguration.SecurityProtocol.allCases.map(\.rawValue))
        case .saslMechanism: .choice(KafkaConfiguration.Mechanism.allCases.map(\.rawValue))
        case .sessionTimeout: .integer(1_000...3_600_000)
        case .requestTimeout: .integer(100...300_000)
        case .deliveryTimeout: .integer(100...86_400_000)
        case .maxMessageBytes: .integer(1_000...1_000_000_000)
        case .queueMaxKilobytes: .integer(1...2_097_151)
        // Both are int32 in Feast's messages, where zero and less have a meaning.
        case .initialBackoff, .maxRetries: .integer(Int(Int32.min)...Int(Int32.max))
        }
    }

    var setting: ConnectorSetting {
        ConnectorSetting(
            key, kind, defaultValue: defaultValue, isRequired: self == .bootstrapServers,
            isSecret: self == .saslPassword || self == .sslKeyPassword, documentation: documentation)
    }

    private var defaultValue: String? {
        switch self {
        case .topic: "feast-features"
        case .partitions, .replicationFactor: "1"
        case .start: "earliest"
        case .securityProtocol: "plaintext"
        case .sessionTimeout: "10000"
        case .requestTimeout: "5000"
        case .deliveryTimeout: "30000"
        case .maxMessageBytes: "1048588"
        case .queueMaxKilobytes: "16384"
        case .initialBackoff, .maxRetries: "0"
        case .bootstrapServers, .saslMechanism, .saslUsername, .saslPassword, .sslCALocation,
            .sslCertificateLocation, .sslKeyLocation, .sslKeyPassword:
            nil
        }
    }

    private var documentation: String {
        switch self {
        case .bootstrapServers: "Brokers to ask first, HOST:PORT, with commas between them."
        case .topic: "The topic that holds the rows; it is made with its first use where it is missing."
        case .partitions: "How many partitions the topic gets when it has to be made."
        case .replicationFactor: "On how many brokers the topic is kept when it has to be made."
        case .start: "Where a consumer group begins that has committed nothing."
        case .securityProtocol: "How brokers are talked to: in the clear or by TLS, with SASL or without."
        case .saslMechanism: "How the user is proved; needed with sasl_plaintext and sasl_ssl."
        case .saslUsername: "The user; needed with sasl_plaintext and sasl_ssl."
        case .saslPassword: "Password of the user; best given as ${NAME} from the environment."
        case .sslCALocation: "File of the certificates that are trusted; unset for those of the system."
        case .sslCertificateLocation: "File of the client's own certificate, where brokers ask for one (PEM)."
        case .sslKeyLocation: "File of the key of that certificate (PEM)."
        case .sslKeyPassword: "Password of that key; best given as ${NAME} from the environment."
        case .sessionTimeout: "How long a silent member keeps its partitions, in milliseconds."
        case .requestTimeout: "How long to wait for an answer of the brokers, in milliseconds."
        case .deliveryTimeout: "How long to go on trying to append a row, in milliseconds."
        case .maxMessageBytes: "The largest row to send, in bytes; brokers have a limit of their own."
        case .queueMaxKilobytes: "How many KiB of rows to hold that were fetched and not read yet."
        case .initialBackoff: "Delay before the first retry, in milliseconds; 0 and less mean 1."
        case .maxRetries: "How many times to try a failed request again; 0 means a single attempt."
        }
    }
}
