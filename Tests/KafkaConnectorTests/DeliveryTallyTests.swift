import CRdKafka
import FeatureModel
import Testing

@testable import KafkaConnector

@Suite("The reports on a lot of rows")
struct DeliveryTallyTests {
    private let good = KafkaCode(RD_KAFKA_RESP_ERR_NO_ERROR)
    private let late = KafkaCode(RD_KAFKA_RESP_ERR__MSG_TIMED_OUT)
    private let large = KafkaCode(RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE)

    @Test("counts rows, keeps the greatest position of every partition and the first failure by its row")
    func counts() {
        var tally = DeliveryTally(outstanding: 6)
        tally.count(row: 0, at: 1, offset: 4, code: good)
        tally.count(row: 5, at: 0, offset: -1, code: late)
        tally.count(row: 2, at: 1, offset: 3, code: good)
        tally.count(row: 3, at: 0, offset: -1, code: large)
        tally.count(row: 4, at: 0, offset: 9, code: good)
        #expect(tally.outstanding == 1)
        #expect(tally.delivered == 3)
        #expect(tally.failed == 2)
        #expect(tally.firstFailure?.index == 3)
        #expect(tally.firstFailure?.code == large)
        #expect(tally.end == [SourcePosition(partition: 0, offset: 9), SourcePosition(partition: 1, offset: 4)])
    }

    @Test("of several troubles the one is kept that says what to do")
    func troubles() {
        let events = KafkaEvents()
        events.note(KafkaCode(RD_KAFKA_RESP_ERR__TRANSPORT))
        events.note(KafkaCode(RD_KAFKA_RESP_ERR__AUTHENTICATION))
        events.note(KafkaCode(RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN))
        #expect(events.trouble == KafkaCode(RD_KAFKA_RESP_ERR__AUTHENTICATION))
        events.forgetTrouble()
        #expect(events.trouble == nil)
    }
}
