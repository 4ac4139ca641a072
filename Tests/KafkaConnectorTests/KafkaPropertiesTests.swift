import StorageAPI
import Testing

@testable import KafkaConnector

/// What librdkafka is told, word for word.
@Suite("The properties of librdkafka's clients")
struct KafkaPropertiesTests {
    private static let connection = [
        "client.id=larder", "bootstrap.servers=kafka:9092", "socket.timeout.ms=5000",
        "socket.connection.setup.timeout.ms=5000", "socket.keepalive.enable=true", "reconnect.backoff.max.ms=2000",
        "allow.auto.create.topics=false",
    ]

    private static let checkedHost = "ssl.endpoint.identification.algorithm=https"

    private static let user = [
        "sasl_mechanism": "SCRAM-SHA-256", "sasl_username": "feast", "sasl_password": "hunter2",
    ]

    private func configuration(_ config: [String: String]) throws -> KafkaConfiguration {
        let complete = ["bootstrap_servers": "kafka:9092"].merging(config) { $1 }
        return try KafkaConfiguration(
            ConnectorCard.Place(
                store: nil, config: KafkaConnector.card.withDefaults(complete), directory: "/workspace"))
    }

    @Test(
        "security",
        arguments: [
            (["security_protocol": "plaintext"], ["security.protocol=plaintext"]),
            (["security_protocol": "ssl"], ["security.protocol=ssl", checkedHost]),
            (
                [
                    "security_protocol": "ssl", "ssl_ca_location": "/etc/ca.pem",
                    "ssl_certificate_location": "certificate.pem", "ssl_key_location": "key.pem",
                    "ssl_key_password": "hunter3",
                ],
                [
                    "security.protocol=ssl", checkedHost, "ssl.ca.location=/etc/ca.pem",
                    "ssl.certificate.location=/workspace/certificate.pem", "ssl.key.location=/workspace/key.pem",
                    "ssl.key.password=•••",
                ]
            ),
            (
                user.merging(["security_protocol": "sasl_plaintext"]) { $1 },
                [
                    "security.protocol=sasl_plaintext", "sasl.mechanisms=SCRAM-SHA-256", "sasl.username=feast",
                    "sasl.password=•••",
                ]
            ),
            (
                user.merging(["security_protocol": "sasl_ssl", "sasl_mechanism": "PLAIN", "ssl_ca_location": "ca.pem"])
                { $1 },
                [
                    "security.protocol=sasl_ssl", "sasl.mechanisms=PLAIN", "sasl.username=feast", "sasl.password=•••",
                    checkedHost, "ssl.ca.location=/workspace/ca.pem",
                ]
            ),
        ])
    func security(_ config: [String: String], _ expected: [String]) throws {
        let properties = try configuration(config).properties(for: .observer)
        #expect(properties.map(\.description) == Self.connection + expected)
    }

    @Test("reading")
    func consumer() throws {
        let properties = try configuration([:]).properties(for: .consumer(group: "job-7"))
        #expect(
            properties.map(\.description).suffix(15) == [
                "group.id=job-7", "session.timeout.ms=10000", "heartbeat.interval.ms=3000",
                "max.poll.interval.ms=300000", "partition.assignment.strategy=range",
                "auto.offset.reset=earliest", "enable.auto.commit=false", "enable.auto.offset.store=false",
                "isolation.level=read_committed", "queued.min.messages=50000",
                "queued.max.messages.kbytes=16384", "message.max.bytes=1048588",
                "max.partition.fetch.bytes=1048588", "fetch.max.bytes=8388608",
                "receive.message.max.bytes=9437184",
            ])
    }

    @Test("writing")
    func producer() throws {
        let properties = try configuration(["delivery_timeout_ms": "700"]).properties(for: .producer)
        #expect(
            properties.map(\.description).suffix(5) == [
                "enable.idempotence=true", "message.max.bytes=1048588", "message.timeout.ms=700",
                "compression.type=lz4", "linger.ms=5",
            ])
    }

    @Test(
        "librdkafka takes the properties of every role, at the ends of what settings may be",
        arguments: [
            [:],
            ["max_message_bytes": "1000", "queue_max_kbytes": "1", "session_timeout_ms": "1000"],
            ["max_message_bytes": "1000000000", "queue_max_kbytes": "2097151", "session_timeout_ms": "3600000"],
            ["request_timeout_ms": "100", "delivery_timeout_ms": "100"],
            ["request_timeout_ms": "300000", "delivery_timeout_ms": "86400000"],
            user.merging(["security_protocol": "sasl_ssl"]) { $1 },
        ])
    func accepted(_ config: [String: String]) throws {
        let configuration = try configuration(config)
        for role in [KafkaConfiguration.Role.observer, .consumer(group: "g"), .producer] {
            let client = try KafkaClient(configuration.properties(for: role), role: role)
            #expect(!client.hasFailedForGood)
        }
    }
}
