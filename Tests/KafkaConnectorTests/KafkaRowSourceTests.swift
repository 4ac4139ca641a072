import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import KafkaConnector

@Suite("The reading end of a topic")
struct KafkaRowSourceTests {
    @Test("rows of several partitions come whole, in order within each, and the lag tells them apart")
    func partitions() async throws {
        let fixture = try KafkaFixture(partitions: 3)
        let (publisher, source) = (try fixture.publisher(), try fixture.source())
        for start in stride(from: Int64(1), to: 300, by: 10) {
            _ = try await publisher.publish(KafkaFixture.records(start...(start + 9)), ingestion: "file")
        }
        let records = try await KafkaFixture.read(300, from: source)
        #expect(Set(KafkaFixture.texts(records)).count == 300)
        for group in Dictionary(grouping: records.map(\.position), by: \.partition).values {
            #expect(group.map(\.offset) == Array(0..<Int64(group.count)))
        }
        try await source.commit(KafkaFixture.ends(Array(records.prefix(100))))
        let lag = try #require(try await source.lag())
        #expect(lag.records == 200)
        #expect(lag.partitions.map(\.partition) == [0, 1, 2])
        #expect(lag.partitions.reduce(0) { $0 + $1.end } == 300)
        #expect(lag.partitions.reduce(0) { $0 + ($1.committed ?? 0) } == 100)
        #expect(lag.oldest != nil)
        await source.close()
        await publisher.close()
    }

    @Test("before it has joined, the lag is that of the whole group, and costs no place in it")
    func lagOfStranger() async throws {
        let fixture = try KafkaFixture(partitions: 2)
        let publisher = try fixture.publisher()
        _ = try await publisher.publish(KafkaFixture.records(1...7), ingestion: "file")
        let lag = try #require(try await fixture.source(group: "new").lag())
        #expect(lag.records == 7)
        #expect(lag.partitions.allSatisfy { $0.committed == nil })
    }

    @Test("a group that begins at the end reads what comes later only")
    func latest() async throws {
        let fixture = try KafkaFixture(["start": "latest"])
        let (publisher, source) = (try fixture.publisher(), try fixture.source())
        _ = try await publisher.publish(KafkaFixture.records(1...5), ingestion: "file")
        var number: Int64 = 6
        var read: [SourceRecord] = []
        while read.isEmpty {
            _ = try await publisher.publish(KafkaFixture.records(number...number), ingestion: "file")
            read = try await source.read(maxRecords: 10, maxBytes: 1000, waitingUpTo: .milliseconds(200))
            number += 1
        }
        #expect(!KafkaFixture.texts(read).contains("row 1"))
    }

    @Test("positions of partitions that are not ours, or were not handed out, are passed over")
    func strangePositions() async throws {
        let fixture = try KafkaFixture()
        let (publisher, source) = (try fixture.publisher(), try fixture.source())
        _ = try await publisher.publish(KafkaFixture.records(1...4), ingestion: "file")
        #expect(try await KafkaFixture.read(4, from: source).count == 4)
        try await source.commit([
            SourcePosition(partition: 9, offset: 3), SourcePosition(partition: 0, offset: 77),
        ])
        #expect(try await source.lag()?.records == 4)
    }

    @Test("a commit that the group refuses while it changes is no error, and the next one makes up for it")
    func refusedCommit() async throws {
        let fixture = try KafkaFixture()
        let (publisher, source) = (try fixture.publisher(), try fixture.source())
        _ = try await publisher.publish(KafkaFixture.records(1...4), ingestion: "file")
        let records = try await KafkaFixture.read(4, from: source)
        try fixture.cluster.refuse(.offsetCommit, with: 27, times: 1)
        try await source.commit([records[3].position])
        #expect(try await source.lag()?.records == 4)
        try await source.commit([records[0].position])
        #expect(try await source.lag()?.records == 0)
    }

    @Test("a closed source says so, also to who waits for it")
    func closed() async throws {
        let fixture = try KafkaFixture()
        let source = try fixture.source()
        let waiting = Task { try await source.read(maxRecords: 1, maxBytes: 1, waitingUpTo: .seconds(60)) }
        await source.close()
        let error = await #expect(throws: StoreError.self) { try await waiting.value }
        #expect(error?.code == .rejected)
        await #expect(throws: StoreError.self) { try await source.lag() }
    }
}
