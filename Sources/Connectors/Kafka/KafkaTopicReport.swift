import CRdKafka

/// What the brokers say of a topic, and of themselves.
struct KafkaTopicReport {
    /// How many brokers there are.
    let brokers: Int
    /// The topic's partitions; empty where the topic is not there.
    let partitions: [Int32]
    /// How many of them have no leader, and can neither be read nor written at the moment.
    let leaderless: Int
}

extension KafkaClient {
    /// Asks for the topic, blocking for `timeout` at most. Makes none.
    func report(on topic: String, timeout: Duration) throws(KafkaFault) -> KafkaTopicReport {
        guard let wanted = rd_kafka_topic_new(handle, topic, nil) else {
            throw .refused(KafkaCode(rd_kafka_last_error()))
        }
        defer { rd_kafka_topic_destroy(wanted) }
        var found: UnsafePointer<rd_kafka_metadata>?
        let code = rd_kafka_metadata(handle, 0, wanted, &found, timeout.milliseconds)
        defer { rd_kafka_metadata_destroy(found) }
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR, let metadata = found?.pointee else { throw fault(code) }
        let partitions = try Self.partitions(of: metadata)
        return KafkaTopicReport(
            brokers: Int(metadata.broker_cnt), partitions: partitions.map(\.id).sorted(),
            leaderless: partitions.count { $0.leader < 0 })
    }

    private static func partitions(of metadata: rd_kafka_metadata) throws(KafkaFault) -> [rd_kafka_metadata_partition] {
        guard metadata.topic_cnt > 0 else { return [] }
        let topic = metadata.topics[0]
        switch topic.err {
        case RD_KAFKA_RESP_ERR_NO_ERROR: break
        case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART, RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE: return []
        default: throw .refused(KafkaCode(topic.err))
        }
        return (0..<Int(topic.partition_cnt)).map { topic.partitions[$0] }
    }
}
