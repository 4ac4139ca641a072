import CRdKafka

@testable import KafkaConnector

/// Writes rows into partitions of its choice, which our own publisher leaves to librdkafka.
final class PartitionWriter {
    private let client: KafkaClient
    private let topic: OpaquePointer
    private var written = 0

    init(_ fixture: KafkaFixture) throws {
        let client = try KafkaClient(KafkaConfiguration(fixture.place).properties(for: .producer), role: .producer)
        guard let topic = rd_kafka_topic_new(client.handle, fixture.topic, nil) else { throw KafkaFault.missingTopic }
        self.client = client
        self.topic = topic
    }

    deinit {
        rd_kafka_topic_destroy(topic)
    }

    /// Writes rows that differ from all others, and returns when they are there.
    func write(_ count: Int, to partition: Int32) {
        for _ in 0..<count {
            written += 1
            let row = Array("row \(written)".utf8)
            row.withUnsafeBytes { bytes in
                _ = rd_kafka_produce(
                    topic, partition, RD_KAFKA_MSG_F_COPY, UnsafeMutableRawPointer(mutating: bytes.baseAddress),
                    bytes.count, nil, 0, nil)
            }
        }
        rd_kafka_flush(client.handle, 10_000)
    }
}
