import CRdKafka
import StorageAPI

/// What an error of Kafka's means to those who have to act on it.
struct KafkaVerdict: Sendable {
    let code: StoreError.Code
    let recovery: StoreError.Recovery
    /// What is wrong and what to do, as part of a sentence.
    let advice: String

    private init(_ code: StoreError.Code, _ recovery: StoreError.Recovery, _ advice: String) {
        self.code = code
        self.recovery = recovery
        self.advice = advice
    }

    /// Judges an error.
    init(_ code: KafkaCode) {
        self = Self.verdicts[code.number] ?? Self.unknown
    }

    /// True where trying again can help.
    var isTransient: Bool { recovery == .transient }

    /// No broker can be reached.
    static let unreachable = KafkaVerdict(
        .unavailable, .transient, "no broker answers; are the brokers of bootstrap_servers running?")

    private static let unknown = KafkaVerdict(.unexpected, .permanent, "Kafka refused it for a reason not foreseen")

    private static let verdicts: [Int32: KafkaVerdict] = {
        var verdicts: [Int32: KafkaVerdict] = [:]
        for (verdict, codes) in groups {
            for code in codes { verdicts[code.rawValue] = verdict }
        }
        return verdicts
    }()

    private static let groups: [(KafkaVerdict, [rd_kafka_resp_err_t])] = connecting + refusing + rejecting

    private static let connecting: [(KafkaVerdict, [rd_kafka_resp_err_t])] = [
        (unreachable, [RD_KAFKA_RESP_ERR__TRANSPORT, RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN]),
        (
            KafkaVerdict(.unavailable, .transient, "a broker's host cannot be found; check bootstrap_servers"),
            [RD_KAFKA_RESP_ERR__RESOLVE]
        ),
        (
            KafkaVerdict(.unavailable, .transient, "the brokers are not ready for it at the moment"),
            [
                RD_KAFKA_RESP_ERR__WAIT_COORD, RD_KAFKA_RESP_ERR_BROKER_NOT_AVAILABLE,
                RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION,
                RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_NOT_COORDINATOR,
                RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS, RD_KAFKA_RESP_ERR_NETWORK_EXCEPTION,
                RD_KAFKA_RESP_ERR_REPLICA_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS,
                RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS_AFTER_APPEND, RD_KAFKA_RESP_ERR_KAFKA_STORAGE_ERROR,
                RD_KAFKA_RESP_ERR_NOT_CONTROLLER,
                RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS,
            ]
        ),
        (
            KafkaVerdict(.timedOut, .transient, "the brokers did not answer in time"),
            [
                RD_KAFKA_RESP_ERR__TIMED_OUT, RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT,
                RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE, RD_KAFKA_RESP_ERR__MSG_TIMED_OUT,
            ]
        ),
        (
            KafkaVerdict(.throttled, .transient, "the brokers have too much to do"),
            [RD_KAFKA_RESP_ERR_THROTTLING_QUOTA_EXCEEDED, RD_KAFKA_RESP_ERR__QUEUE_FULL]
        ),
    ]

    private static let refusing: [(KafkaVerdict, [rd_kafka_resp_err_t])] = [
        (
            KafkaVerdict(.denied, .permanent, "the brokers refuse the user; check the sasl settings"),
            [
                RD_KAFKA_RESP_ERR__AUTHENTICATION, RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED,
                RD_KAFKA_RESP_ERR_ILLEGAL_SASL_STATE,
            ]
        ),
        (
            KafkaVerdict(.denied, .permanent, "the user has no right to the topic or to its consumer group"),
            [
                RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED,
                RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED,
                RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
            ]
        ),
        (
            KafkaVerdict(
                .misconfigured, .permanent, "TLS does not come about; check security_protocol and the ssl settings"),
            [RD_KAFKA_RESP_ERR__SSL]
        ),
        (
            KafkaVerdict(.misconfigured, .permanent, "the brokers do not know this sasl_mechanism"),
            [RD_KAFKA_RESP_ERR_UNSUPPORTED_SASL_MECHANISM]
        ),
        (
            KafkaVerdict(.misconfigured, .permanent, "the topic cannot be made with these partitions and replicas"),
            [
                RD_KAFKA_RESP_ERR_INVALID_PARTITIONS, RD_KAFKA_RESP_ERR_INVALID_REPLICATION_FACTOR,
                RD_KAFKA_RESP_ERR_INVALID_REPLICA_ASSIGNMENT, RD_KAFKA_RESP_ERR_POLICY_VIOLATION,
                RD_KAFKA_RESP_ERR_INVALID_CONFIG,
            ]
        ),
        (
            KafkaVerdict(.misconfigured, .permanent, "the brokers refuse the name of the topic or of the group"),
            [RD_KAFKA_RESP_ERR_TOPIC_EXCEPTION, RD_KAFKA_RESP_ERR_INVALID_GROUP_ID]
        ),
        (
            KafkaVerdict(.misconfigured, .permanent, "the brokers do not allow this session_timeout_ms"),
            [RD_KAFKA_RESP_ERR_INVALID_SESSION_TIMEOUT]
        ),
        (
            KafkaVerdict(.misconfigured, .permanent, "members of the group share partitions in another way"),
            [RD_KAFKA_RESP_ERR_INCONSISTENT_GROUP_PROTOCOL]
        ),
    ]

    private static let rejecting: [(KafkaVerdict, [rd_kafka_resp_err_t])] = [
        (
            KafkaVerdict(.unavailable, .transient, "the topic is not there; was it removed?"),
            [
                RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART, RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC,
                RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION,
            ]
        ),
        (
            KafkaVerdict(.rejected, .permanent, "it is larger than max_message_bytes or the brokers allow"),
            [RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE, RD_KAFKA_RESP_ERR_RECORD_LIST_TOO_LARGE]
        ),
        (
            KafkaVerdict(.unexpected, .transient, "the producer's session was lost; the next attempt begins another"),
            [
                RD_KAFKA_RESP_ERR__FATAL, RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER,
                RD_KAFKA_RESP_ERR_UNKNOWN_PRODUCER_ID, RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH,
                RD_KAFKA_RESP_ERR_DUPLICATE_SEQUENCE_NUMBER,
            ]
        ),
        (
            KafkaVerdict(.rejected, .permanent, "the brokers refuse the record"),
            [RD_KAFKA_RESP_ERR_INVALID_RECORD, RD_KAFKA_RESP_ERR_INVALID_TIMESTAMP]
        ),
        (
            KafkaVerdict(.unsupported, .permanent, "the brokers are too old for it, or have it switched off"),
            [
                RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE, RD_KAFKA_RESP_ERR_UNSUPPORTED_VERSION,
                RD_KAFKA_RESP_ERR_UNSUPPORTED_FOR_MESSAGE_FORMAT, RD_KAFKA_RESP_ERR_SECURITY_DISABLED,
            ]
        ),
        (
            KafkaVerdict(.corrupted, .permanent, "what the topic holds there cannot be read"),
            [
                RD_KAFKA_RESP_ERR__BAD_MSG, RD_KAFKA_RESP_ERR__BAD_COMPRESSION, RD_KAFKA_RESP_ERR_INVALID_MSG,
                RD_KAFKA_RESP_ERR_INVALID_MSG_SIZE,
            ]
        ),
    ]
}
