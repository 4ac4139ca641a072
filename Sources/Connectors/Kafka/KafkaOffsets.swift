import CRdKafka

/// Asks for offsets, of all partitions at once.
struct KafkaOffsets {
    /// What a group has committed in a partition.
    struct Committed: Equatable {
        /// The offset of the next record to be answered for; nil where nothing was committed.
        let offset: Int64?
        /// What was kept with it.
        let metadata: String
    }

    let client: KafkaClient
    let topic: String
    let timeout: Duration

    /// Where each partition ends: the offset that its next record will have.
    func ends(of partitions: [Int32]) throws(KafkaFault) -> [Int32: Int64] {
        try offsets(of: partitions, at: Int64(RD_KAFKA_OFFSET_END))
    }

    /// Where a partition ended when records were fetched from it last; nil before that. Asks nobody.
    func lastKnownEnd(of partition: Int32) -> Int64? {
        var (low, high): (Int64, Int64) = (-1, -1)
        let code = rd_kafka_get_watermark_offsets(client.handle, topic, partition, &low, &high)
        return code == RD_KAFKA_RESP_ERR_NO_ERROR && high >= 0 ? high : nil
    }

    /// Where each partition begins: the offset of the oldest record that is still there.
    func beginnings(of partitions: [Int32]) throws(KafkaFault) -> [Int32: Int64] {
        try offsets(of: partitions, at: Int64(RD_KAFKA_OFFSET_BEGINNING))
    }

    /// What the client's group has committed.
    func committed(of partitions: [Int32]) throws(KafkaFault) -> [Int32: Committed] {
        let list = PartitionList(topic: topic, partitions: partitions, offset: Int64(RD_KAFKA_OFFSET_INVALID))
        let code = rd_kafka_committed(client.handle, list.native, timeout.milliseconds)
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { throw client.fault(code) }
        return try answers(in: list).mapValues { element in
            Committed(offset: element.offset < 0 ? nil : element.offset, metadata: element.metadata)
        }
    }

    private func offsets(of partitions: [Int32], at place: Int64) throws(KafkaFault) -> [Int32: Int64] {
        let list = PartitionList(topic: topic, partitions: partitions, offset: place)
        let code = rd_kafka_offsets_for_times(client.handle, list.native, timeout.milliseconds)
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { throw client.fault(code) }
        return try answers(in: list).mapValues(\.offset)
    }

    private func answers(in list: PartitionList) throws(KafkaFault) -> [Int32: PartitionOffset] {
        let elements = list.elements
        if let refused = elements.first(where: { !$0.code.isSuccess }) { throw client.fault(refused.code.native) }
        return Dictionary(elements.map { ($0.partition, $0) }) { $1 }
    }
}
