import StorageAPI

/// The settings of a source of type `KAFKA`, read.
struct KafkaConfiguration: Sendable {
    /// Where a consumer group begins that has committed nothing.
    enum Start: String, CaseIterable, Sendable {
        case earliest
        case latest
    }

    /// How brokers are talked to.
    enum SecurityProtocol: String, CaseIterable, Sendable {
        case plaintext
        case ssl
        case saslPlaintext = "sasl_plaintext"
        case saslSSL = "sasl_ssl"

        var hasUser: Bool { self == .saslPlaintext || self == .saslSSL }
        var isEncrypted: Bool { self == .ssl || self == .saslSSL }
    }

    /// How a user is proved.
    enum Mechanism: String, CaseIterable, Sendable {
        case plain = "PLAIN"
        case scram256 = "SCRAM-SHA-256"
        case scram512 = "SCRAM-SHA-512"
    }

    /// Who one is to the brokers.
    struct User: Sendable {
        let mechanism: Mechanism
        let name: String
        let password: Secret
    }

    /// What is trusted, and what is shown to be trusted.
    struct Certificates: Sendable {
        let authorities: String?
        let certificate: String?
        let key: String?
        let keyPassword: Secret?
    }

    let bootstrapServers: String
    let topic: String
    let partitions: Int
    let replicationFactor: Int
    let start: Start
    let securityProtocol: SecurityProtocol
    /// Nil where the protocol has no user.
    let user: User?
    /// Nil where the protocol is not encrypted.
    let certificates: Certificates?
    let sessionTimeout: Duration
    let requestTimeout: Duration
    let deliveryTimeout: Duration
    let maxMessageBytes: Int
    let queueMaxKilobytes: Int

    /// Reads settings that the card has checked and completed with its defaults.
    ///
    /// - Throws: the first setting that is missing, cannot be read, or has no meaning with the others.
    init(_ place: ConnectorCard.Place) throws(SettingFault) {
        let settings = KafkaSettings(place)
        bootstrapServers = try settings.needed(.bootstrapServers)
        topic = try settings.needed(.topic)
        partitions = try settings.integer(.partitions)
        replicationFactor = try settings.integer(.replicationFactor)
        start = try settings.choice(.start)
        let security: SecurityProtocol = try settings.choice(.securityProtocol)
        securityProtocol = security
        user = try settings.user(security)
        certificates = try settings.certificates(security)
        sessionTimeout = .milliseconds(try settings.integer(.sessionTimeout))
        requestTimeout = .milliseconds(try settings.integer(.requestTimeout))
        deliveryTimeout = .milliseconds(try settings.integer(.deliveryTimeout))
        maxMessageBytes = try settings.integer(.maxMessageBytes)
        queueMaxKilobytes = try settings.integer(.queueMaxKilobytes)
    }

    /// Where the source is: `kafka-1:9092,kafka-2:9092/feast-features`.
    var endpoint: String { "\(bootstrapServers)/\(topic)" }

    /// How often and how patiently to try again, by the two settings that stores of Feast have.
    static func retryPolicy(_ config: [String: String]) -> RetryPolicy {
        let backoff = config[KafkaSetting.initialBackoff.key].flatMap { Int($0) } ?? 0
        let retries = config[KafkaSetting.maxRetries.key].flatMap { Int($0) } ?? 0
        return RetryPolicy(maxRetries: retries, initialBackoff: .milliseconds(backoff))
    }
}
