import CRdKafka

/// Partitions of one topic with an offset each, as librdkafka takes and answers them.
final class PartitionList {
    /// The list itself.
    let native: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>
    private let topic: String

    init(topic: String) {
        self.topic = topic
        native = rd_kafka_topic_partition_list_new(8)
    }

    convenience init(topic: String, partitions: some Sequence<Int32>, offset: Int64) {
        self.init(topic: topic)
        for partition in partitions { add(partition, offset: offset) }
    }

    deinit {
        rd_kafka_topic_partition_list_destroy(native)
    }

    /// Adds a partition.
    ///
    /// - Parameter metadata: kept by the brokers with a committed offset.
    func add(_ partition: Int32, offset: Int64, metadata: String = "") {
        guard let element = rd_kafka_topic_partition_list_add(native, topic, partition) else { return }
        element.pointee.offset = offset
        if !metadata.isEmpty { _ = larder_kafka_set_metadata(element, metadata, metadata.utf8.count) }
    }

    /// The elements, copied.
    var elements: [PartitionOffset] { Self.elements(of: native) }

    /// The elements of a list of librdkafka's, copied.
    static func elements(of list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>) -> [PartitionOffset] {
        (0..<Int(list.pointee.cnt)).map { index in
            let element = list.pointee.elems[index]
            let metadata = UnsafeRawBufferPointer(start: element.metadata, count: element.metadata_size)
            return PartitionOffset(
                partition: element.partition, offset: element.offset, code: KafkaCode(element.err),
                metadata: String(decoding: metadata, as: UTF8.self))
        }
    }
}
