import FeatureModel
import Foundation
import SQLiteAccess
import StorageAPI
import StorageContract
import Testing

@testable import SQLiteConnector

@Suite("Tables of feature sets in SQLite")
struct SQLiteMigrationTests {
    private let fixture: SQLiteFixture

    init() throws {
        fixture = try SQLiteFixture()
    }

    private func set(_ features: [Feature], entities: [Entity] = [Entity(name: "id", type: .int64)]) -> FeatureSet {
        Sample.featureSet("weather", entities: entities, features: features)
    }

    private func prepare(_ featureSet: FeatureSet) async throws {
        let sink = SQLiteFeatureSink(fixture.configuration)
        try await sink.prepareWrite(featureSet)
        await sink.close()
    }

    private func columns() throws -> [String] {
        let names = try fixture.database().text(
            "SELECT group_concat(name || ' ' || type, ', ') FROM pragma_table_info('rows:contract/weather')")
        return (names ?? "").components(separatedBy: ", ")
    }

    @Test("have a column per entity and feature, and say the types")
    func columnsOfTheTable() async throws {
        try await prepare(set([Feature(name: "temp", type: .double), Feature(name: "tags", type: .stringList)]))
        #expect(
            try columns() == [
                "id INT64 INTEGER", "event_timestamp INTEGER", "event_timestamp.ns INTEGER",
                "created_timestamp INTEGER", "created_timestamp.ns INTEGER", "ingestion_id TEXT", "job_id TEXT",
                "source.partition INTEGER", "source.offset INTEGER", "temp DOUBLE BLOB", "tags STRING_LIST BLOB",
            ])
    }

    @Test("gain a column for a new feature, and keep those of removed ones")
    func grow() async throws {
        try await prepare(set([Feature(name: "temp", type: .double)]))
        try await prepare(set([Feature(name: "wind", type: .float)]))
        #expect(try Array(columns().suffix(2)) == ["temp DOUBLE BLOB", "wind FLOAT BLOB"])
    }

    @Test("are not touched by the same definition again")
    func again() async throws {
        let featureSet = set([Feature(name: "temp", type: .double)])
        try await prepare(featureSet)
        let version = try fixture.database().integer("PRAGMA schema_version")
        try await prepare(featureSet)
        #expect(try fixture.database().integer("PRAGMA schema_version") == version)
    }

    @Test("refuse a changed type, a changed key and names that SQLite cannot tell apart")
    func refusals() async throws {
        try await prepare(set([Feature(name: "temp", type: .double)]))
        let refused = [
            (set([Feature(name: "temp", type: .int64)]), "temp is DOUBLE"),
            (set([], entities: [Entity(name: "id", type: .string)]), "id INT64"),
            (set([Feature(name: "TEMP", type: .double)]), "only in case"),
            (set([Feature(name: "a", type: .bool), Feature(name: "A", type: .bool)]), "a and A"),
            (set([Feature(name: "Job_Id", type: .bool)]), "Job_Id"),
            (set((0..<2_000).map { Feature(name: "f\($0)", type: .bool) }), "2000"),
        ]
        for (featureSet, words) in refused {
            let error = await #expect(throws: StoreError.self) { try await prepare(featureSet) }
            #expect(error?.code == .rejected)
            #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        }
        #expect(try columns().count == 10)
    }

    @Test("are made once when many processes prepare at once")
    func racing() async throws {
        try await withThrowingTaskGroup { group in
            for number in 0..<6 {
                let featureSet = set((0...number).map { Feature(name: "f\($0)", type: .int64) })
                group.addTask { try await prepare(featureSet) }
            }
            try await group.waitForAll()
        }
        #expect(try Set(columns().suffix(6)) == Set((0..<6).map { "f\($0) INT64 INTEGER" }))
    }

    @Test(
        "are never shared, whatever the names",
        arguments: [
            (FeatureSetReference(project: "nyc", name: "Weather"), "rows:nyc/^weather"),
            (FeatureSetReference(project: "a_b", name: "c-d"), "rows:a_b/c-d"),
            (FeatureSetReference(project: "sqlite_x", name: "é\""), "rows:sqlite_x/%c3%a9%22"),
        ])
    func names(_ reference: FeatureSetReference, _ table: String) {
        #expect(SQLiteName.table(of: reference) == table)
    }
}
