import CRdKafka

/// Appends records to a topic: what the lines about Kafka read.
final class BareKafkaProducer {
    private let client: BareKafkaClient
    private let topic: OpaquePointer

    init(bootstrapServers: String, topic name: String) throws {
        client = try BareKafkaClient(
            RD_KAFKA_PRODUCER,
            [
                ("bootstrap.servers", bootstrapServers), ("compression.type", "lz4"), ("linger.ms", "50"),
                ("queue.buffering.max.messages", "1000000"),
            ])
        guard let topic = rd_kafka_topic_new(client.handle, name, nil) else {
            throw BenchFailure("librdkafka makes no topic \(name)")
        }
        self.topic = topic
    }

    deinit {
        rd_kafka_topic_destroy(topic)
    }

    /// Hands a record over; it is on its way.
    func send(key: [UInt8], payload: [UInt8], partition: Int32) throws {
        while !enqueue(key, payload, partition) {
            guard rd_kafka_last_error() == RD_KAFKA_RESP_ERR__QUEUE_FULL else {
                throw BenchFailure("cannot produce: \(String(cString: rd_kafka_err2str(rd_kafka_last_error())))")
            }
            rd_kafka_poll(client.handle, 100)
        }
    }

    /// Returns when the cluster has them all.
    func flush() throws {
        let code = rd_kafka_flush(client.handle, 60_000)
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR else {
            throw BenchFailure(
                "the cluster does not take what was produced: \(String(cString: rd_kafka_err2str(code)))")
        }
    }

    private func enqueue(_ key: [UInt8], _ payload: [UInt8], _ partition: Int32) -> Bool {
        payload.withUnsafeBytes { bytes in
            rd_kafka_produce(
                topic, partition, RD_KAFKA_MSG_F_COPY, UnsafeMutableRawPointer(mutating: bytes.baseAddress),
                bytes.count, key, key.count, nil) == 0
        }
    }
}
