import CRdKafka

/// A client of librdkafka with nothing around it.
final class BareKafkaClient {
    let handle: OpaquePointer

    init(_ type: rd_kafka_type_t, _ properties: [(String, String)]) throws {
        let configuration = rd_kafka_conf_new()
        if let configuration { larder_kafka_silence(configuration) }
        var text = [CChar](repeating: 0, count: 512)
        for (name, value) in properties {
            guard rd_kafka_conf_set(configuration, name, value, &text, text.count) == RD_KAFKA_CONF_OK else {
                rd_kafka_conf_destroy(configuration)
                throw BenchFailure("librdkafka does not take \(name)=\(value)")
            }
        }
        guard let handle = rd_kafka_new(type, configuration, &text, text.count) else {
            rd_kafka_conf_destroy(configuration)
            throw BenchFailure("librdkafka makes no client")
        }
        self.handle = handle
    }

    deinit {
        rd_kafka_destroy(handle)
    }
}
