import FaultKit
import FeatureModel
import StorageAPI
import Synchronization
import Testing

@testable import KafkaConnector

@Suite("Members of one consumer group")
struct KafkaRebalanceTests {
    /// A member that reads all the time, as a job does.
    private final class Member: Sendable {
        let source: KafkaRowSource
        private let records = Mutex<[SourceRecord]>([])
        private let reading: Task<Void, any Error>

        init(_ source: KafkaRowSource) {
            self.source = source
            let (stream, found) = AsyncStream<[SourceRecord]>.makeStream()
            self.stream = stream
            reading = Task {
                defer { found.finish() }
                while true {
                    let more = try await source.read(maxRecords: 50, maxBytes: 1 << 20, waitingUpTo: .seconds(30))
                    found.yield(more)
                }
            }
        }

        private let stream: AsyncStream<[SourceRecord]>

        var seen: [SourceRecord] { records.withLock { $0 } }

        /// Goes on reading until what was read so far is enough.
        func reads(until isEnough: @Sendable ([SourceRecord]) -> Bool) async throws {
            if isEnough(seen) { return }
            for await more in stream {
                records.withLock { $0 += more }
                if isEnough(seen) { return }
            }
            try await reading.value
        }

        func leave() async {
            reading.cancel()
            _ = await reading.result
            await source.close()
        }
    }

    private static func partitions(_ records: [SourceRecord]) -> Set<Int32> {
        Set(records.map(\.position.partition))
    }

    @Test("nothing is lost when a member joins and leaves, and commits of partitions that are gone are passed over")
    func joinAndLeave() async throws {
        let fixture = try KafkaFixture(partitions: 4, ["session_timeout_ms": "3000"])
        let writer = try PartitionWriter(fixture)
        for partition in 0..<4 as Range<Int32> { writer.write(100, to: partition) }
        let first = Member(try fixture.source())
        try await first.reads { $0.count >= 400 }
        #expect(Set(KafkaFixture.texts(first.seen)).count == 400)

        let second = Member(try fixture.source())
        let halves = Mutex<Set<Int32>>([])
        try await second.reads { !$0.isEmpty && Self.partitions($0).count == 2 }
        halves.withLock { $0 = Self.partitions(second.seen) }

        // What the first has read of the second's partitions is not its own any more.
        try await first.source.commit(KafkaFixture.ends(first.seen))
        let lag = try #require(try await second.source.lag())
        #expect(Set(lag.partitions.map(\.partition)) == halves.withLock { $0 })
        #expect(lag.partitions.allSatisfy { $0.committed == nil })
        let kept = try #require(try await first.source.lag())
        #expect(kept.partitions.count == 2)
        #expect(kept.records == 0)

        let there = lag.partitions.reduce(0) { $0 + Int($1.end) }
        try await second.reads { $0.count >= there }
        try await second.source.commit(KafkaFixture.ends(second.seen))
        await second.leave()

        for partition in 0..<4 as Range<Int32> { writer.write(20, to: partition) }
        try await first.reads { records in records.count { $0.position.offset >= 100 } >= 80 }
        #expect(Set(KafkaFixture.texts(first.seen)).count == 480)
        // The first never saw again what the second had committed.
        #expect(first.seen.count == 480)
        try await first.source.commit(KafkaFixture.ends(first.seen))
        #expect(try await first.source.lag()?.records == 0)
        await first.leave()
    }
}
