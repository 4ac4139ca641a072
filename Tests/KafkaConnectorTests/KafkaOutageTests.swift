import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import KafkaConnector

@Suite("Kafka with brokers that fail")
struct KafkaOutageTests {
    private static let impatient = ["request_timeout_ms": "500", "delivery_timeout_ms": "1000"]

    @Test("brokers that are gone are unavailable for all, and what was begun goes on when they are back")
    func outage() async throws {
        let fixture = try KafkaFixture(brokers: 2, Self.impatient)
        let (publisher, source) = (try fixture.publisher(), try fixture.source())
        _ = try await publisher.publish(KafkaFixture.records(1...3), ingestion: "file")
        let before = try await KafkaFixture.read(3, from: source)
        try fixture.cluster.takeDown()
        try await expectUnavailable {
            _ = try await source.read(maxRecords: 1, maxBytes: 1, waitingUpTo: .seconds(2))
        }
        try await expectUnavailable { try await source.commit(KafkaFixture.ends(before)) }
        try await expectUnavailable { _ = try await source.lag() }
        try await expectUnavailable {
            _ = try await publisher.publish(KafkaFixture.records(4...4), ingestion: "file")
        }
        try fixture.cluster.bringUp()
        try await untilItWorks { _ = try await publisher.publish(KafkaFixture.records(5...5), ingestion: "file") }
        try await untilItWorks { try await source.commit(KafkaFixture.ends(before)) }
        let after = try await KafkaFixture.read(1, from: source)
        #expect(KafkaFixture.texts(after).contains("row 5"))
        await source.close()
    }

    @Test("an answer that a row was not taken for the moment is not the end of it, and it is there once")
    func transientProduceErrors() async throws {
        let fixture = try KafkaFixture()
        try fixture.cluster.refuse(.produce, with: 19, times: 2)
        let publisher = try fixture.publisher()
        let result = try await publisher.publish(KafkaFixture.records(1...20), ingestion: "file")
        #expect(result.appended == 20)
        #expect(result.end == [SourcePosition(partition: 0, offset: 19)])
    }

    @Test("rows that are refused are counted, the first is named, and the next call begins anew")
    func refusedRows() async throws {
        let fixture = try KafkaFixture()
        let publisher = try fixture.publisher()
        _ = try await publisher.publish(KafkaFixture.records(1...1), ingestion: "file")
        try fixture.cluster.refuse(.produce, with: 87, times: 1)
        let error = await #expect(throws: StoreError.self) {
            try await publisher.publish(KafkaFixture.records(7...9), ingestion: "file")
        }
        #expect(error?.code == .rejected)
        #expect(error?.recovery == .permanent)
        #expect(error?.message.hasPrefix("3 of 3 rows were not taken, the first is row 7: ") == true)
        #expect(error?.message.contains("Kafka remembers no ingestion") == true)
        #expect(error?.context["kafka"] == "INVALID_RECORD")
        let again = try await publisher.publish(KafkaFixture.records(7...9), ingestion: "file")
        #expect(again.appended == 3)
    }

    @Test("a row that is too large is refused, and those beside it are taken")
    func largeRow() async throws {
        let fixture = try KafkaFixture(["max_message_bytes": "1000"])
        let publisher = try fixture.publisher()
        let records = [
            PublishedRecord(rowNumber: 1, payload: [1]),
            PublishedRecord(rowNumber: 2, payload: [UInt8](repeating: 2, count: 5000)),
            PublishedRecord(rowNumber: 3, payload: [3]),
        ]
        let error = await #expect(throws: StoreError.self) {
            try await publisher.publish(records, ingestion: "file")
        }
        #expect(error?.code == .rejected)
        #expect(error?.message.hasPrefix("1 of 3 rows were not taken, the first is row 2") == true)
        let read = try await KafkaFixture.read(2, from: try fixture.source())
        #expect(read.map(\.payload) == [[1], [3]])
    }

    @Test("a cancelled publish ends as cancelled, and the publisher goes on")
    func cancelledPublish() async throws {
        let fixture = try KafkaFixture()
        let publisher = try fixture.publisher()
        _ = try await publisher.publish(KafkaFixture.records(1...1), ingestion: "file")
        try fixture.cluster.takeDown()
        let publishing = Task { try await publisher.publish(KafkaFixture.records(2...3), ingestion: "file") }
        publishing.cancel()
        let error = await #expect(throws: StoreError.self) { try await publishing.value }
        #expect(error?.code == .cancelled)
        try fixture.cluster.bringUp()
        try await untilItWorks { _ = try await publisher.publish(KafkaFixture.records(4...4), ingestion: "file") }
    }

    @Test("closing waits for no broker", .timeLimit(.minutes(1)))
    func closing() async throws {
        let fixture = try KafkaFixture(Self.impatient)
        let (publisher, source) = (try fixture.publisher(), try fixture.source())
        _ = try await publisher.publish(KafkaFixture.records(1...3), ingestion: "file")
        #expect(try await KafkaFixture.read(3, from: source).count == 3)
        try fixture.cluster.takeDown()
        await source.close()
        await publisher.close()
    }

    private func expectUnavailable(_ work: () async throws -> Void) async throws {
        let error = await #expect(throws: StoreError.self) { try await work() }
        #expect(error?.code == .unavailable, "\(String(describing: error))")
        #expect(error?.recovery == .transient)
    }

    /// Tries again as layers do. Every attempt waits by itself.
    private func untilItWorks(_ work: () async throws -> Void) async throws {
        for _ in 0..<30 {
            do {
                return try await work()
            } catch let error as StoreError where error.recovery == .transient {
                continue
            }
        }
        try await work()
    }
}
