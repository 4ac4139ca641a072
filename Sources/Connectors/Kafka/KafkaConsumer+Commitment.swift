import CRdKafka
import FeatureModel

extension KafkaConsumer {
    /// Answers that mean that the group shares its partitions anew: whoever gets them is handed the records again.
    private static let rebalancing: Set<KafkaCode> = [
        KafkaCode(RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS), KafkaCode(RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION),
        KafkaCode(RD_KAFKA_RESP_ERR_UNKNOWN_MEMBER_ID), KafkaCode(RD_KAFKA_RESP_ERR__ASSIGNMENT_LOST),
        KafkaCode(RD_KAFKA_RESP_ERR__NO_OFFSET),
    ]

    /// Commits what was answered for in partitions that are ours, and waits for the brokers' answer.
    func commit(_ positions: [SourcePosition]) throws(KafkaFault) {
        for position in positions {
            progress[position.partition]?.answer(position.offset)
            parted[position.partition]?.answer(position.offset)
        }
        let list = PartitionList(topic: configuration.topic)
        for (partition, progress) in progress {
            guard let offset = progress.uncommitted else { continue }
            let time = progress.greatestTime(before: offset).map(CommittedTime.text) ?? ""
            list.add(partition, offset: offset, metadata: time)
        }
        guard list.native.pointee.cnt > 0 else { return }
        for result in try answers(to: list) {
            if result.code.isSuccess {
                progress[result.partition]?.commit(result.offset)
            } else if !Self.rebalancing.contains(result.code) {
                throw client.fault(result.code.native)
            }
        }
    }

    /// Sends offsets.
    ///
    /// - Returns: what came of each partition; nothing where the group is sharing its partitions anew.
    private func answers(to list: PartitionList) throws(KafkaFault) -> [PartitionOffset] {
        // A queue of its own bounds the wait, which `rd_kafka_commit` does not.
        let queue = rd_kafka_queue_new(client.handle)
        defer { rd_kafka_queue_destroy(queue) }
        let sent = rd_kafka_commit_queue(client.handle, list.native, queue, nil, nil)
        guard sent == RD_KAFKA_RESP_ERR_NO_ERROR else { throw client.fault(sent) }
        guard let event = rd_kafka_queue_poll(queue, configuration.requestTimeout.milliseconds) else {
            throw client.fault(RD_KAFKA_RESP_ERR__TIMED_OUT)
        }
        defer { rd_kafka_event_destroy(event) }
        let code = KafkaCode(rd_kafka_event_error(event))
        if Self.rebalancing.contains(code) { return [] }
        guard code.isSuccess, let answers = rd_kafka_event_topic_partition_list(event) else {
            throw client.fault(code.native)
        }
        return PartitionList.elements(of: answers)
    }
}
