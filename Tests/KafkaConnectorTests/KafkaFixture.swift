import FaultKit
import FeatureModel
import StorageAPI

@testable import KafkaConnector

/// A mock cluster with one topic, and what reads and writes it.
struct KafkaFixture {
    let cluster: KafkaMockCluster
    let topic = "features"
    private let overrides: [String: String]

    /// Starts a cluster, or skips the test where the program is missing.
    init(partitions: Int = 1, brokers: Int = 1, _ overrides: [String: String] = [:]) throws {
        cluster = try MissingBackend.orSkip { try KafkaMockCluster(brokers: brokers) }
        self.overrides = overrides
        try cluster.createTopic(topic, partitions: partitions)
    }

    /// Where the topic is.
    var place: ConnectorCard.Place {
        let config = ["bootstrap_servers": cluster.bootstrapServers, "topic": topic].merging(overrides) { $1 }
        return ConnectorCard.Place(store: nil, config: KafkaConnector.card.withDefaults(config), directory: "/")
    }

    func source(group: String = "job") throws -> KafkaRowSource {
        let configuration = try KafkaConfiguration(place)
        return KafkaRowSource(
            configuration, consumerGroup: group,
            failure: KafkaFailure(store: nil, endpoint: configuration.endpoint))
    }

    func publisher() throws -> KafkaRowPublisher {
        let configuration = try KafkaConfiguration(place)
        return KafkaRowPublisher(
            configuration, failure: KafkaFailure(store: nil, endpoint: configuration.endpoint))
    }

    static func records(_ numbers: ClosedRange<Int64>) -> [PublishedRecord] {
        numbers.map { PublishedRecord(rowNumber: $0, payload: Array("row \($0)".utf8)) }
    }

    static func texts(_ records: [SourceRecord]) -> [String] {
        records.map { String(decoding: $0.payload, as: UTF8.self) }
    }

    /// Reads until a number of records is there, or a long wait brings none.
    static func read(_ count: Int, from source: any RowSource) async throws -> [SourceRecord] {
        var all: [SourceRecord] = []
        while all.count < count {
            let more = try await source.read(maxRecords: 1000, maxBytes: 1 << 20, waitingUpTo: .seconds(20))
            if more.isEmpty { break }
            all += more
        }
        return all
    }

    /// The last position of every partition.
    static func ends(_ records: [SourceRecord]) -> [SourcePosition] {
        Dictionary(grouping: records.map(\.position), by: \.partition).values.compactMap { $0.max() }
    }
}
