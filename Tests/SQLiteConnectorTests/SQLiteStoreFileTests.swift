import FaultKit
import FeatureModel
import Foundation
import SQLiteAccess
import StorageAPI
import StorageContract
import Testing

@testable import SQLiteConnector

@Suite("The file of an SQLite store")
struct SQLiteStoreFileTests {
    private let fixture: SQLiteFixture

    init() throws {
        fixture = try SQLiteFixture()
    }

    private func openingError(_ path: String? = nil) async throws -> StoreError {
        let place = ConnectorCard.Place(
            store: "embedded", config: ["path": path ?? "store.db"], directory: fixture.folder.path)
        let open = try #require(SQLiteConnector.card.openSink)
        let error = await #expect(throws: StoreError.self) { _ = try await open(place) }
        return try #require(error)
    }

    @Test("is not made by reading, and reads as empty")
    func absent() async throws {
        #expect(try await fixture.newest([Sample.sensor(1)], of: Sample.readings) == [nil])
        let letters = SQLiteDeadLetters(fixture.configuration)
        #expect(try await letters.count(DeadLetterQuery()) == 0)
        #expect(try await letters.discard(DeadLetterQuery()) == 0)
        let probe = try await SQLiteProbe(fixture.configuration).run()
        #expect(probe.holdings == 0)
        #expect(!DatabaseFile(path: fixture.path).exists)
    }

    @Test("that is no database is corrupted, with its path and what to do")
    func noDatabase() async throws {
        try Data(repeating: 3, count: 8_192).write(to: URL(fileURLWithPath: fixture.path))
        let error = try await openingError()
        #expect(error.code == .corrupted)
        #expect(error.message.contains(fixture.path))
        #expect(error.message.contains("backup"))
    }

    @Test("with broken pages is corrupted when they are read")
    func brokenPages() async throws {
        let rows = (0..<5_000).map { Sample.reading($0, count: $0, label: "label \($0)") }
        _ = try await fixture.write(rows, of: Sample.readings)
        let size = try #require(DatabaseFile(path: fixture.path).size)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: fixture.path))
        try file.seek(toOffset: 8_192)
        try file.write(contentsOf: Data(repeating: 0xAB, count: Int(size) - 8_192))
        try file.close()
        let error = await #expect(throws: StoreError.self) {
            _ = try await fixture.newest((0..<5_000).map { Sample.sensor($0) }, of: Sample.readings)
        }
        #expect(error?.code == .corrupted)
    }

    @Test("in a folder that is not there is misconfigured")
    func missingFolder() async throws {
        #expect(try await openingError("none/store.db").code == .misconfigured)
    }

    @Test("of another kind, or of a newer schema, is left alone")
    func otherKinds() async throws {
        try fixture.database().execute("CREATE TABLE theirs(x)")
        #expect(try await openingError().code == .misconfigured)
        let newer = fixture.folder.path + "/newer.db"
        let database = try Connection(path: newer)
        try database.adopt(SQLiteStoreFile.identity)
        try database.execute("PRAGMA user_version = 7")
        let error = try await openingError(newer)
        #expect(error.code == .unsupported)
        #expect(error.message.contains("schema 7"))
    }

    @Test("that may not be written is denied", .enabled(if: geteuid() != 0, "root may write everything"))
    func readOnly() async throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: fixture.folder.path)
        #expect(try await openingError().code == .denied)
    }

    @Test("is told of by a probe: tables, sizes, and whether it can be written")
    func probe() async throws {
        _ = try await fixture.write([Sample.reading(1, count: 1)], of: Sample.readings)
        let probe = try await SQLiteProbe(fixture.configuration).run()
        #expect(probe.holdings == 1)
        #expect(probe.holdingsUnit == "tables")
        #expect(probe.endpoint == fixture.path)
        #expect(probe.facts.map(\.name) == ["size", "write-ahead log", "writing"])
        #expect(probe.facts.last?.value == "possible")
        let other = try fixture.database()
        try other.execute("BEGIN IMMEDIATE")
        let busy = try await SQLiteProbe(fixture.configuration).run()
        #expect(busy.facts.last?.value.hasPrefix("in use") == true)
    }
}
