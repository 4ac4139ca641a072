import CRdKafka
import Glibc

/// The topic of a source, which Feast's Core makes at its start and Larder with its first use.
struct KafkaTopic {
    private static let pause: UInt32 = 20_000

    let configuration: KafkaConfiguration

    /// Sees to it that the topic is there, blocking. It is asked for first, so that nobody needs the right to make
    /// topics where there is one.
    func ensure() throws(KafkaFault) {
        // A client of its own, and no producer: asking through a producer makes a topic by the brokers' defaults.
        let client = try KafkaClient(configuration.properties(for: .observer), role: .observer)
        guard try report(client).partitions.isEmpty else { return }
        let refusal = create(client)
        let deadline = ContinuousClock.now + configuration.requestTimeout
        repeat {
            let report = try report(client)
            if !report.partitions.isEmpty, report.leaderless == 0 { return }
            if let refusal { throw refusal }
            usleep(Self.pause)
        } while ContinuousClock.now < deadline
        throw .missingTopic
    }

    /// What the brokers say of the topic; with the reason where none can be reached.
    func report(_ client: KafkaClient) throws(KafkaFault) -> KafkaTopicReport {
        do throws(KafkaFault) {
            return try client.report(on: configuration.topic, timeout: configuration.requestTimeout)
        } catch .unanswered {
            rd_kafka_poll(client.handle, 0)
            throw .unanswered(client.events.trouble)
        }
    }

    /// Asks for the topic to be made.
    ///
    /// - Returns: why it was not; nil where it was, or somebody else did it first.
    func create(_ client: KafkaClient) -> KafkaFault? {
        guard
            let topic = rd_kafka_NewTopic_new(
                configuration.topic, Int32(clamping: configuration.partitions),
                Int32(clamping: configuration.replicationFactor), nil, 0)
        else { return .missingTopic }
        defer { rd_kafka_NewTopic_destroy(topic) }
        // The created time of a row is when the source accepted it.
        rd_kafka_NewTopic_set_config(topic, "message.timestamp.type", "LogAppendTime")
        let options = rd_kafka_AdminOptions_new(client.handle, RD_KAFKA_ADMIN_OP_CREATETOPICS)
        defer { rd_kafka_AdminOptions_destroy(options) }
        rd_kafka_AdminOptions_set_request_timeout(options, configuration.requestTimeout.milliseconds, nil, 0)
        let queue = rd_kafka_queue_new(client.handle)
        defer { rd_kafka_queue_destroy(queue) }
        var topics: [OpaquePointer?] = [topic]
        rd_kafka_CreateTopics(client.handle, &topics, 1, options, queue)
        guard let event = rd_kafka_queue_poll(queue, configuration.requestTimeout.milliseconds * 2) else {
            return .unanswered(nil)
        }
        defer { rd_kafka_event_destroy(event) }
        return fault(in: event)
    }

    private func fault(in event: OpaquePointer) -> KafkaFault? {
        let code = rd_kafka_event_error(event)
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { return .refused(KafkaCode(code)) }
        var count = 0
        guard let result = rd_kafka_event_CreateTopics_result(event),
            let topics = rd_kafka_CreateTopics_result_topics(result, &count), count == 1
        else { return .missingTopic }
        switch rd_kafka_topic_result_error(topics[0]) {
        case RD_KAFKA_RESP_ERR_NO_ERROR, RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS: return nil
        case let code: return .refused(KafkaCode(code))
        }
    }
}
