import CRdKafka
import StorageAPI
import Testing

@testable import KafkaConnector

@Suite("What Kafka's errors mean")
struct KafkaVerdictTests {
    @Test(
        "errors are classified",
        arguments: [
            (RD_KAFKA_RESP_ERR__TRANSPORT, StoreError.Code.unavailable, StoreError.Recovery.transient),
            (RD_KAFKA_RESP_ERR__MSG_TIMED_OUT, .timedOut, .transient),
            (RD_KAFKA_RESP_ERR_THROTTLING_QUOTA_EXCEEDED, .throttled, .transient),
            (RD_KAFKA_RESP_ERR__AUTHENTICATION, .denied, .permanent),
            (RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED, .denied, .permanent),
            (RD_KAFKA_RESP_ERR__SSL, .misconfigured, .permanent),
            (RD_KAFKA_RESP_ERR_INVALID_REPLICATION_FACTOR, .misconfigured, .permanent),
            (RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE, .rejected, .permanent),
            (RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE, .unsupported, .permanent),
            (RD_KAFKA_RESP_ERR__BAD_COMPRESSION, .corrupted, .permanent),
            (RD_KAFKA_RESP_ERR_UNKNOWN, .unexpected, .permanent),
        ])
    func verdicts(_ native: rd_kafka_resp_err_t, _ code: StoreError.Code, _ recovery: StoreError.Recovery) {
        let error = KafkaFailure(store: nil, endpoint: "kafka:9092/t").error(
            .refused(KafkaCode(native)), operation: "read records")
        #expect(error.code == code)
        #expect(error.recovery == recovery)
        #expect(error.context["kafka"] == KafkaCode(native).name)
        #expect(error.context["endpoint"] == "kafka:9092/t")
    }
}
