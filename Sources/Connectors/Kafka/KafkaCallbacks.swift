import CRdKafka

/// The functions that librdkafka calls.
enum KafkaCallbacks {
    /// Has a client tell `events`, which must outlive it.
    static func install(in configuration: OpaquePointer, for role: KafkaConfiguration.Role, events: KafkaEvents) {
        larder_kafka_silence(configuration)
        rd_kafka_conf_set_opaque(configuration, Unmanaged.passUnretained(events).toOpaque())
        rd_kafka_conf_set_error_cb(configuration) { _, code, _, opaque in
            KafkaCallbacks.events(opaque)?.note(KafkaCode(rd_kafka_resp_err_t(code)))
        }
        switch role {
        case .observer: break
        case .consumer:
            rd_kafka_conf_set_rebalance_cb(configuration) { client, code, partitions, opaque in
                guard let client, let partitions, let events = KafkaCallbacks.events(opaque) else { return }
                KafkaCallbacks.rebalance(client, code, partitions, events)
            }
        case .producer:
            rd_kafka_conf_set_dr_msg_cb(configuration) { _, message, opaque in
                guard let message = message?.pointee else { return }
                // The index is kept counted from 1, since a null pointer means that there is none.
                KafkaCallbacks.events(opaque)?.report(
                    row: Int(bitPattern: message._private) - 1, at: message.partition, offset: message.offset,
                    code: KafkaCode(message.err))
            }
        }
    }

    private static func events(_ opaque: UnsafeMutableRawPointer?) -> KafkaEvents? {
        opaque.map { Unmanaged<KafkaEvents>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func rebalance(
        _ client: OpaquePointer, _ code: rd_kafka_resp_err_t,
        _ list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>, _ events: KafkaEvents
    ) {
        let partitions = (0..<Int(list.pointee.cnt)).map { list.pointee.elems[$0].partition }
        guard code == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS else {
            events.note(.revoked(partitions))
            rd_kafka_assign(client, nil)
            return
        }
        let offsets = events.resumption(of: partitions)
        for (index, partition) in partitions.enumerated() {
            if let offset = offsets[partition] { list.pointee.elems[index].offset = offset }
        }
        events.note(.assigned(partitions))
        rd_kafka_assign(client, list)
    }
}
