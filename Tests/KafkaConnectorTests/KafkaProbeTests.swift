import CRdKafka
import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import KafkaConnector

@Suite("Asking brokers how they are")
struct KafkaProbeTests {
    @Test("tells partitions, brokers, records and the client")
    func probe() async throws {
        let fixture = try KafkaFixture(partitions: 3, brokers: 2)
        _ = try await fixture.publisher().publish(KafkaFixture.records(1...12), ingestion: "file")
        let probe = try await KafkaConnector.card.probe(fixture.place)
        #expect(probe.holdings == 12)
        #expect(probe.holdingsUnit == "records")
        #expect(probe.endpoint == "\(fixture.cluster.bootstrapServers)/features")
        #expect(
            probe.facts == [
                StoreProbe.Fact("topic", "3 partitions"), StoreProbe.Fact("brokers", "2"),
                StoreProbe.Fact("client", "librdkafka \(String(cString: rd_kafka_version_str()))"),
            ])
    }

    @Test("a user for brokers that know none is an error that says so, and no password shows")
    func saslToAnonymous() async throws {
        let fixture = try KafkaFixture([
            "security_protocol": "sasl_plaintext", "sasl_mechanism": "PLAIN", "sasl_username": "feast",
            "sasl_password": "hunter2", "request_timeout_ms": "1500",
        ])
        let error = await #expect(throws: StoreError.self) { try await KafkaConnector.card.probe(fixture.place) }
        #expect(error?.code == .denied)
        #expect(error.map { String(reflecting: $0) }?.contains("hunter2") == false)
    }

    @Test("a host that does not exist is said to be one")
    func unknownHost() async throws {
        let config = ["bootstrap_servers": "no-such-host.invalid:9092", "request_timeout_ms": "1000"]
        let place = ConnectorCard.Place(
            store: nil, config: KafkaConnector.card.withDefaults(config), directory: "/")
        let error = await #expect(throws: StoreError.self) { try await KafkaConnector.card.probe(place) }
        #expect(error?.code == .unavailable)
        #expect(error?.recovery == .transient)
        #expect(error?.message.contains("host cannot be found") == true)
    }
}
