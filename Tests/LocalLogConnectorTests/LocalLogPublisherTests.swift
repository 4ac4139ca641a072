import FaultKit
import FeatureModel
import Foundation
import SQLiteAccess
import StorageAPI
import Synchronization
import Testing

@testable import LocalLogConnector

@Suite("The writing end of a local log")
struct LocalLogPublisherTests {
    private let folder: TemporaryFolder
    private var place: ConnectorCard.Place {
        ConnectorCard.Place(store: nil, config: ["path": "log.db"], directory: folder.path)
    }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func publisher(at time: @escaping LocalLogConnector.WallClock = { Timestamp(seconds: 100) })
        -> LocalLogPublisher
    {
        LocalLogPublisher(LocalLogConfiguration(place), wallClock: time)
    }

    private func records(_ numbers: ClosedRange<Int64>) -> [PublishedRecord] {
        numbers.map { PublishedRecord(rowNumber: $0, payload: Array("row \($0)".utf8)) }
    }

    private func everything(at path: String? = nil) async throws -> [SourceRecord] {
        let configuration = LocalLogConfiguration(
            ConnectorCard.Place(store: nil, config: ["path": path ?? "log.db"], directory: folder.path))
        let source = LocalLogRowSource(configuration, consumerGroup: "all", clock: ContinuousClock())
        let all = try await source.read(maxRecords: 100_000, maxBytes: .max, waitingUpTo: .zero)
        await source.close()
        return all
    }

    @Test("created times are the clock's, and never go back with it")
    func createdTimes() async throws {
        let times = Mutex([Timestamp(seconds: 50), Timestamp(seconds: 40), Timestamp(seconds: 50, nanoseconds: 1)])
        let publisher = publisher { times.withLock { $0.removeFirst() } }
        for number in 1...3 as ClosedRange<Int64> {
            _ = try await publisher.publish(records(number...number), ingestion: "a")
        }
        let created = try await everything().map(\.createdTimestamp)
        #expect(
            created == [50, 50, 50].map { Timestamp(seconds: $0) }.dropLast() + [Timestamp(seconds: 50, nanoseconds: 1)]
        )
    }

    @Test("two publishers of one ingestion append every row once, whoever comes first")
    func racing() async throws {
        let publishers = (0..<4).map { _ in publisher() }
        try await withThrowingTaskGroup { group in
            for publisher in publishers {
                group.addTask {
                    for start in stride(from: 1, through: 901, by: 100) as StrideThrough<Int64> {
                        _ = try await publisher.publish(records(start...start + 99), ingestion: "file")
                    }
                }
            }
            try await group.waitForAll()
        }
        let all = try await everything()
        #expect(all.map(\.payload) == records(1...1_000).map(\.payload))
        #expect(all.map(\.position.offset) == Array(0..<1_000))
    }

    @Test("what was published is in the files at once, and goes on without doubling")
    func suddenEnd() async throws {
        let publisher = publisher()
        _ = try await publisher.publish(records(1...500), ingestion: "file")
        // The files as a killed process leaves them: not closed, nothing moved out of the write-ahead log.
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: "\(folder.path)/log.db\(suffix)", toPath: "\(folder.path)/copy.db\(suffix)")
        }
        let copied = ConnectorCard.Place(store: nil, config: ["path": "copy.db"], directory: folder.path)
        let next = LocalLogPublisher(LocalLogConfiguration(copied)) { Timestamp(seconds: 200) }
        let result = try await next.publish(records(1...700), ingestion: "file")
        #expect(result.appended == 200)
        #expect(result.alreadyThere == 500)
        #expect(result.end == [SourcePosition(partition: 0, offset: 699)])
        #expect(try await everything(at: "copy.db").map(\.payload) == records(1...700).map(\.payload))
    }

    @Test("a transaction that did not end leaves neither records nor a memory of them")
    func halfway() async throws {
        let publisher = publisher()
        _ = try await publisher.publish(records(1...10), ingestion: "file")
        do {
            let killed = try LocalLogFile.open(path: folder.path + "/log.db", options: .writer)
            try killed.execute("BEGIN IMMEDIATE; UPDATE ingestions SET row_number = 99; DELETE FROM records")
            killed.close()
        }
        let result = try await publisher.publish(records(1...12), ingestion: "file")
        #expect(result.appended == 2)
        #expect(try await everything().count == 12)
    }

    @Test("rows out of order within a call are refused")
    func disorder() async {
        let publisher = publisher()
        let error = await #expect(throws: StoreError.self) {
            try await publisher.publish(records(2...2) + records(1...1), ingestion: "file")
        }
        #expect(error?.code == .rejected)
    }

    @Test("a row that could not be read the first time is taken when it comes after all, once")
    func lateRows() async throws {
        let publisher = publisher()
        _ = try await publisher.publish(records(2...3) + records(8...9), ingestion: "file")
        let middle = try await publisher.publish(records(2...5) + records(8...10), ingestion: "file")
        #expect(middle.appended == 3 && middle.alreadyThere == 4)
        for _ in 0..<2 { _ = try await publisher.publish(records(1...10), ingestion: "file") }
        let all = try await everything()
        #expect(Set(all.map(\.payload)) == Set(records(1...10).map(\.payload)))
        #expect(all.count == 10)
        let end = try await publisher.publish(records(1...10), ingestion: "file")
        #expect(end.appended == 0 && end.alreadyThere == 10 && end.end == [SourcePosition(partition: 0, offset: 9)])
    }

    @Test("an ingestion without an id is not remembered")
    func anonymous() async throws {
        let publisher = publisher()
        for _ in 0..<2 { _ = try await publisher.publish(records(1...2), ingestion: "") }
        #expect(try await everything().count == 4)
    }
}
