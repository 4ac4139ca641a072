import CRdKafka
import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import KafkaConnector

@Suite("The topic of a source")
struct KafkaTopicTests {
    private func configuration(_ config: [String: String]) throws -> KafkaConfiguration {
        let cluster = fixture.place.config
        return try KafkaConfiguration(
            ConnectorCard.Place(store: nil, config: cluster.merging(config) { $1 }, directory: "/"))
    }

    private let fixture: KafkaFixture

    init() throws {
        fixture = try KafkaFixture(["request_timeout_ms": "2000"])
    }

    @Test("a topic that is there is left as it is")
    func existing() throws {
        let topic = KafkaTopic(configuration: try configuration(["partitions": "7"]))
        try topic.ensure()
        let client = try KafkaClient(topic.configuration.properties(for: .observer), role: .observer)
        let report = try topic.report(client)
        #expect(report.partitions == [0])
        #expect(report.leaderless == 0)
        #expect(report.brokers == 1)
    }

    @Test("brokers that make topics by themselves, and let nobody else, are fine")
    func selfMade() async throws {
        let config = fixture.place.config.merging(["topic": "unheard-of"]) { $1 }
        let place = ConnectorCard.Place(store: nil, config: config, directory: "/")
        let publisher = try #require(KafkaConnector.card.openPublisher)
        let result = try await publisher(place).publish(KafkaFixture.records(1...2), ingestion: "file")
        #expect(result.appended == 2)
    }

    @Test("a topic that cannot be made is an error in bounded time")
    func refused() throws {
        let topic = KafkaTopic(configuration: try configuration(["topic": "unheard-of"]))
        let client = try KafkaClient(topic.configuration.properties(for: .observer), role: .observer)
        #expect(topic.create(client) == .refused(KafkaCode(RD_KAFKA_RESP_ERR__TIMED_OUT)))
    }
}
