import StorageAPI

/// The settings of the card, each once: key, kind, default and documentation.
enum RedisSetting: CaseIterable {
    case host
    case port
    case username
    case password
    case passwordFile
    case database
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
    case initialBackoff
    case maxRetries
    case circuitFailures
    case circuitRest
    case encoding
    case newestWins
    case ttlSeconds
    case ttlFromMaxAge

    /// What has a meaning only where `tls` is true.
    static let ofTLS: [RedisSetting] = [
        .tlsCAFile, .tlsCertFile, .tlsKeyFile, .tlsKeyPassword, .tlsKeyPasswordFile, .tlsServerName,
    ]

    var key: String {
        switch self {
        case .host: "host"
        case .port: "port"
        case .username: "username"
        case .password: "password"
        case .passwordFile: "password_file"
        case .database: "database"
        case .tls: "tls"
        case .tlsCAFile: "tls_ca_file"
        case .tlsCertFile: "tls_cert_file"
        case .tlsKeyFile: "tls_key_file"
        case .tlsKeyPassword: "tls_key_password"
        case .tlsKeyPasswordFile: "tls_key_password_file"
        case .tlsServerName: "tls_server_name"
        case .connectTimeout: "connect_timeout_ms"
        case .readTimeout: "read_timeout_ms"
        case .writeTimeout: "write_timeout_ms"
        case .initialBackoff: "initial_backoff_ms"
        case .maxRetries: "max_retries"
        case .circuitFailures: "circuit_failures"
        case .circuitRest: "circuit_rest_ms"
        case .encoding: "encoding"
        case .newestWins: "newest_wins"
        case .ttlSeconds: "ttl_seconds"
        case .ttlFromMaxAge: "ttl_from_max_age"
        }
    }

    var kind: ConnectorSetting.Kind {
        switch self {
        case .host, .username, .password, .tlsKeyPassword, .tlsServerName: .text
        case .tls: .boolean
        case .passwordFile, .tlsCAFile, .tlsCertFile, .tlsKeyFile, .tlsKeyPasswordFile: .path
        case .port: .integer(1...65_535)
        case .database: .integer(0...1_000_000)
        case .connectTimeout, .readTimeout, .writeTimeout: .integer(1...3_600_000)
        // Both are int32 in Feast's messages, where zero and less have a meaning.
        case .initialBackoff, .maxRetries: .integer(Int(Int32.min)...Int(Int32.max))
        case .circuitFailures: .integer(0...1_000_000)
        case .circuitRest: .integer(1...3_600_000)
        case .encoding: .choice(["v1", "v2"])
        case .newestWins, .ttlFromMaxAge: .boolean
        case .ttlSeconds: .integer(0...Int(Int32.max))
        }
    }

    /// Its text in a configuration; nil where it is not set or empty.
    func text(in config: [String: String]) -> String? {
        guard let text = config[key], !text.isEmpty else { return nil }
        return text
    }

    var setting: ConnectorSetting {
        ConnectorSetting(
            key, kind, defaultValue: defaultValue, isSecret: self == .password || self == .tlsKeyPassword,
            documentation: documentation)
    }

    private var defaultValue: String? {
        switch self {
        case .host: "localhost"
        case .port: "6379"
        case .username, .password, .passwordFile, .tlsCAFile, .tlsCertFile, .tlsKeyFile, .tlsKeyPassword,
            .tlsKeyPasswordFile, .tlsServerName:
            nil
        case .tls: "false"
        case .database, .initialBackoff, .maxRetries, .ttlSeconds: "0"
        case .connectTimeout, .readTimeout, .writeTimeout: "2000"
        case .circuitFailures: "5"
        case .circuitRest: "1000"
        case .encoding: "v1"
        case .newestWins: "true"
        case .ttlFromMaxAge: "false"
        }
    }

    private var documentation: String {
        switch self {
        case .host: "Name, IPv4 or IPv6 address of the server."
        case .port: "TCP port of the server."
        case .username: "ACL user (Redis 6 and later); unset for the default user."
        case .password: "Password of the user; best given as ${NAME} from the environment."
        case .passwordFile: "File that holds the password and nothing else; read again with every connection."
        case .database: "Number of the database within the server."
        case .tls: "Whether the connection is encrypted, by TLS 1.2 or later; the server's certificate is verified."
        case .tlsCAFile: "File of the certificates that are trusted (PEM); unset for those of the system."
        case .tlsCertFile: "File of the client's own certificate, where the server asks for one (PEM)."
        case .tlsKeyFile: "File of the key of that certificate (PEM)."
        case .tlsKeyPassword: "Password of that key; best given as ${NAME} from the environment."
        case .tlsKeyPasswordFile: "File that holds that password and nothing else; read again with every connection."
        case .tlsServerName: "Name or address that the server's certificate must hold; unset for host."
        case .connectTimeout: "Longest time to look up the host, connect and agree on TLS, in milliseconds."
        case .readTimeout: "Longest silence while an answer is awaited, in milliseconds."
        case .writeTimeout: "Longest time without being able to send, in milliseconds."
        case .initialBackoff: "Delay before the first retry, in milliseconds; 0 and less mean 1."
        case .circuitFailures:
            "After how many failed attempts in a row the server is left alone; 0 means never."
        case .circuitRest:
            "How long it is left alone first, in milliseconds; twice as long each further time, up to 30 s."
        case .maxRetries: "How many times to try a failed request again; 0 means a single attempt."
        case .encoding: "How values are written: v1 (Feast up to 0.6.1) or v2 (0.6.2); both are read."
        case .newestWins:
            "false writes without looking, twice as fast: an older row that comes later replaces a newer one, as in Feast."
        case .ttlSeconds: "Rows expire so many seconds after they were written; 0 means never."
        case .ttlFromMaxAge: "Rows expire when their feature set's maximum age has passed since their event time."
        }
    }
}
