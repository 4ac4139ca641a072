import CRdKafka

/// An error of Kafka's protocol (from 1), or of librdkafka itself (below 0).
struct KafkaCode: Hashable, Sendable {
    let number: Int32

    init(_ code: rd_kafka_resp_err_t) {
        number = code.rawValue
    }

    /// librdkafka's value.
    var native: rd_kafka_resp_err_t { rd_kafka_resp_err_t(number) }
    /// Its name, such as `_TRANSPORT` or `TOPIC_AUTHORIZATION_FAILED`.
    var name: String { String(cString: rd_kafka_err2name(native)) }
    /// True for the code of success.
    var isSuccess: Bool { native == RD_KAFKA_RESP_ERR_NO_ERROR }
    /// True where it only says that a connection ended or did not come about.
    var isConsequence: Bool {
        native == RD_KAFKA_RESP_ERR__TRANSPORT || native == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN
    }
}
