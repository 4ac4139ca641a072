import CRdKafka
import FeatureModel
import StorageAPI

/// An idempotent producer to one topic: a row that has to be sent again is appended once.
///
/// Its calls block; it belongs to the actor of a publisher.
final class KafkaProducer {
    private static let step: Int32 = 100

    let client: KafkaClient
    private let topic: OpaquePointer

    /// Sees to it that there is a topic.
    init(_ configuration: KafkaConfiguration) throws(KafkaFault) {
        try KafkaTopic(configuration: configuration).ensure()
        let client = try KafkaClient(configuration.properties(for: .producer), role: .producer)
        guard let topic = rd_kafka_topic_new(client.handle, configuration.topic, nil) else {
            throw .refused(KafkaCode(rd_kafka_last_error()))
        }
        self.client = client
        self.topic = topic
    }

    deinit {
        rd_kafka_topic_destroy(topic)
    }

    /// Appends records, and returns when there is a report on every one of them.
    ///
    /// - Returns: the reports, counted.
    /// - Throws: `cancelled` when the task is cancelled; the producer is of no use afterwards.
    func produce(_ records: [PublishedRecord]) throws(KafkaFault) -> DeliveryTally {
        client.events.expectReports(on: records.count)
        for (index, record) in records.enumerated() { try enqueue(record.payload, row: index) }
        // Flushing sends at once what would otherwise linger for company.
        while client.events.reports.outstanding > 0 {
            try checkCancellation()
            rd_kafka_flush(client.handle, Self.step)
        }
        return client.events.reports
    }

    private func enqueue(_ payload: [UInt8], row index: Int) throws(KafkaFault) {
        while true {
            let code = send(payload, row: index)
            switch code {
            case RD_KAFKA_RESP_ERR_NO_ERROR: return
            case RD_KAFKA_RESP_ERR__QUEUE_FULL:
                try checkCancellation()
                rd_kafka_poll(client.handle, Self.step)
            default: return client.events.report(row: index, at: -1, offset: -1, code: KafkaCode(code))
            }
        }
    }

    private func send(_ payload: [UInt8], row index: Int) -> rd_kafka_resp_err_t {
        let sent = payload.withUnsafeBytes { bytes in
            rd_kafka_produce(
                topic, larder_kafka_any_partition(), RD_KAFKA_MSG_F_COPY,
                UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, nil, 0,
                UnsafeMutableRawPointer(bitPattern: index + 1))
        }
        return sent == 0 ? RD_KAFKA_RESP_ERR_NO_ERROR : rd_kafka_last_error()
    }

    private func checkCancellation() throws(KafkaFault) {
        guard Task.isCancelled else { return }
        rd_kafka_purge(client.handle, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT)
        throw .cancelled
    }
}
