import CRdKafka
import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import KafkaConnector

@Suite("The topic of a source")
struct KafkaTopicTests {
    private func topic(at broker: TopicBroker) throws -> KafkaTopic {
        let config = [
            "bootstrap_servers": "127.0.0.1:\(broker.port)", "topic": "rows", "partitions": "3",
            "replication_factor": "2", "request_timeout_ms": "2000",
        ]
        return KafkaTopic(
            configuration: try KafkaConfiguration(
                ConnectorCard.Place(store: nil, config: KafkaConnector.card.withDefaults(config), directory: "/")))
    }

    @Test("a topic that is missing is made as the settings say, and waited for", arguments: [0, 3])
    func missing(blindQuestions: Int) throws {
        let broker = try TopicBroker(blindQuestions: blindQuestions)
        let topic = try topic(at: broker)
        try topic.ensure()
        let wish = TopicBroker.Wish(
            name: "rows", partitions: 3, replicas: 2, settings: ["message.timestamp.type": "LogAppendTime"])
        #expect(broker.wishes == [wish])
        try topic.ensure()
        #expect(broker.wishes.count == 1)
    }

    @Test("that somebody else makes the topic at the same time is fine")
    func raced() throws {
        let broker = try TopicBroker(answering: 36)
        try topic(at: broker).ensure()
        #expect(broker.wishes.count == 1)
    }

    @Test("brokers that refuse to make a topic and have it are fine too")
    func refusedAndThere() throws {
        let broker = try TopicBroker(answering: 29)
        try topic(at: broker).ensure()
        #expect(broker.wishes.count == 1)
    }

    @Test("a topic that the brokers refuse to make is an error")
    func refusedTopic() throws {
        let broker = try TopicBroker(answering: 38, makes: false)
        let topic = try topic(at: broker)
        let fault = #expect(throws: KafkaFault.self) { try topic.ensure() }
        #expect(broker.wishes.count == 1)
        #expect(fault == .refused(KafkaCode(RD_KAFKA_RESP_ERR_INVALID_REPLICATION_FACTOR)))
    }

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
