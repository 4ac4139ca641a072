import FeatureModel
import StorageAPI
import Testing

@testable import KafkaConnector

@Suite("The settings of Kafka")
struct KafkaConfigurationTests {
    private func configuration(_ config: [String: String]) throws -> KafkaConfiguration {
        try KafkaConfiguration(Self.place(config))
    }

    private static func place(_ config: [String: String]) -> ConnectorCard.Place {
        let complete = ["bootstrap_servers": "kafka-1:9092,kafka-2:9092"].merging(config) { $1 }
        return ConnectorCard.Place(
            store: nil, config: KafkaConnector.card.withDefaults(complete), directory: "/workspace")
    }

    @Test("with nothing but brokers it is Feast's topic, made with one partition")
    func defaults() throws {
        let configuration = try configuration([:])
        #expect(configuration.endpoint == "kafka-1:9092,kafka-2:9092/feast-features")
        #expect(configuration.partitions == 1)
        #expect(configuration.replicationFactor == 1)
        #expect(configuration.start == .earliest)
        #expect(configuration.user == nil)
        #expect(configuration.certificates == nil)
        #expect(configuration.sessionTimeout == .seconds(10))
        #expect(KafkaConnector.card.retryPolicy([:]) == .none)
    }

    @Test("the card has exactly the documented settings, and two secrets")
    func settings() {
        #expect(
            KafkaConnector.card.settings.map(\.key) == [
                "bootstrap_servers", "topic", "partitions", "replication_factor", "start", "security_protocol",
                "sasl_mechanism", "sasl_username", "sasl_password", "ssl_ca_location", "ssl_certificate_location",
                "ssl_key_location", "ssl_key_password", "session_timeout_ms", "request_timeout_ms",
                "delivery_timeout_ms", "max_message_bytes", "queue_max_kbytes", "initial_backoff_ms", "max_retries",
            ])
        #expect(
            KafkaConnector.card.settings.filter(\.isSecret).map(\.key) == ["sasl_password", "ssl_key_password"])
        #expect(KafkaConnector.card.settings.filter(\.isRequired).map(\.key) == ["bootstrap_servers"])
    }

    @Test(
        "a setting that cannot work is named",
        arguments: [
            ("bootstrap_servers", ""), ("topic", ""), ("partitions", "0"), ("replication_factor", "x"),
            ("start", "middle"), ("security_protocol", "SSL"), ("session_timeout_ms", "10"),
            ("max_message_bytes", "-1"), ("queue_max_kbytes", "0"), ("sasl_username", "feast"),
            ("ssl_ca_location", "ca.pem"),
        ])
    func faults(_ key: String, _ text: String) async throws {
        let place = Self.place([key: text])
        let error = await #expect(throws: StoreError.self) { try await KafkaConnector.card.probe(place) }
        #expect(error?.code == .misconfigured)
        #expect(error?.message.contains(key) == true)
    }

    @Test(
        "what a security protocol needs must be there",
        arguments: [
            (["security_protocol": "sasl_ssl"], "sasl_mechanism"),
            (["security_protocol": "sasl_ssl", "sasl_mechanism": "PLAIN"], "sasl_username"),
            (
                ["security_protocol": "sasl_plaintext", "sasl_mechanism": "PLAIN", "sasl_username": "feast"],
                "sasl_password"
            ),
            (["security_protocol": "ssl", "ssl_key_location": "key.pem"], "ssl_certificate_location"),
            (["security_protocol": "ssl", "ssl_certificate_location": "cert.pem"], "ssl_key_location"),
        ])
    func incomplete(_ config: [String: String], _ key: String) throws {
        let fault = #expect(throws: SettingFault.self) { try configuration(config) }
        #expect(fault?.key == key)
    }

    @Test("no description, dump or error shows a password")
    func secrets() async throws {
        let config = [
            "security_protocol": "sasl_ssl", "sasl_mechanism": "SCRAM-SHA-512", "sasl_username": "feast",
            "sasl_password": "hunter2", "ssl_certificate_location": "/none/hunter2-is-no-part.pem",
            "ssl_key_location": "/none/key.pem", "ssl_key_password": "hunter3",
        ]
        let configuration = try configuration(config)
        let properties = configuration.properties(for: .observer)
        var dumped = ""
        dump(configuration, to: &dumped)
        dump(properties, to: &dumped)
        dumped += "\(configuration) \(properties)"
        #expect(!dumped.contains("hunter3"))
        #expect(properties.contains { $0.name == "sasl.password" && $0.value == "hunter2" })
        let place = Self.place(config)
        let error = await #expect(throws: StoreError.self) { try await KafkaConnector.card.probe(place) }
        #expect(error?.code == .misconfigured)
        #expect(error.map { String(reflecting: $0) }?.contains("hunter") == false)
    }
}
