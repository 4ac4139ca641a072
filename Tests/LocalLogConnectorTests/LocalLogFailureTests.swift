import FaultKit
import FeatureModel
import Foundation
import SQLiteAccess
import StorageAPI
import Testing

@testable import LocalLogConnector

@Suite("A local log in trouble")
struct LocalLogFailureTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func place(_ path: String = "log.db") -> ConnectorCard.Place {
        ConnectorCard.Place(store: nil, config: ["path": path], directory: folder.path)
    }

    private func openingError(_ path: String = "log.db") async throws -> StoreError? {
        let open = try #require(LocalLogConnector.card.openSource)
        return await #expect(throws: StoreError.self) { _ = try await open(place(path), "g") }
    }

    @Test("a damaged file is corrupted, with its path and what to do")
    func damaged() async throws {
        try Data(repeating: 1, count: 4_096).write(to: URL(fileURLWithPath: folder.path + "/log.db"))
        let error = try #require(try await openingError())
        #expect(error.code == .corrupted)
        #expect(error.recovery == .permanent)
        #expect(error.message.contains("/log.db"))
        #expect(error.message.contains("backup"))
    }

    @Test("a missing folder is misconfigured")
    func missingFolder() async throws {
        #expect(try await openingError("none/log.db")?.code == .misconfigured)
        await #expect(throws: StoreError.self) { _ = try await LocalLogConnector.card.probe(place("none/log.db")) }
    }

    @Test("a database of something else is left alone")
    func foreign() async throws {
        try Connection(path: folder.path + "/log.db").execute("CREATE TABLE theirs(x)")
        #expect(try await openingError()?.code == .misconfigured)
    }

    @Test("a newer schema is refused")
    func newer() async throws {
        try LocalLogFile.open(path: folder.path + "/log.db", options: ConnectionOptions())
            .execute("PRAGMA user_version = 2")
        let error = try #require(try await openingError())
        #expect(error.code == .unsupported)
        #expect(error.message.contains("upgrade"))
    }

    @Test("a probe tells of records, consumers and sizes, and makes no file")
    func probe() async throws {
        let empty = try await LocalLogConnector.card.probe(place())
        #expect(empty.holdings == 0)
        #expect(!DatabaseFile(path: folder.path + "/log.db").exists)
        let configuration = LocalLogConfiguration(place())
        let publisher = LocalLogPublisher(configuration) { .zero }
        _ = try await publisher.publish(
            (1...5).map { PublishedRecord(rowNumber: $0, payload: [1]) }, ingestion: "a")
        let source = LocalLogRowSource(configuration, consumerGroup: "g", clock: ContinuousClock())
        try await source.commit([SourcePosition(partition: 0, offset: 1)])
        let probe = try await LocalLogConnector.card.probe(place())
        #expect(probe.holdings == 5)
        #expect(probe.endpoint == folder.path + "/log.db")
        #expect(probe.facts.contains(StoreProbe.Fact("consumer g", "3 behind")))
    }
}
