import FeatureModel
import SQLiteAccess
import StorageAPI
import StorageContract
import Testing

@testable import SQLiteConnector

@Suite("The SQLite sink")
struct SQLiteFeatureSinkTests {
    private var fixture: SQLiteFixture

    init() throws {
        fixture = try SQLiteFixture()
    }

    private func stored() throws -> String? {
        try fixture.database().text(
            #"SELECT group_concat(count || ' by ' || job_id, ', ') FROM "rows:contract/readings""#)
    }

    @Test("of rows equal in key and times the greater position stays, in whatever order they come")
    func ties() async throws {
        for offsets in [[1, 2, 3], [3, 2, 1], [2, 3, 1]] as [[Int64]] {
            for offset in offsets {
                let row = Sample.reading(offsets[0], count: offset * 10, offset: offset, partition: Int32(offset % 2))
                _ = try await fixture.write([row], of: Sample.readings, job: JobID("job-\(offset)"))
            }
        }
        #expect(try stored() == "30 by job-3, 30 by job-3, 30 by job-3")
    }

    @Test("a redelivery changes nothing, not even the job")
    func redelivery() async throws {
        let rows = [Sample.reading(1, count: 5, offset: 9)]
        _ = try await fixture.write(rows, of: Sample.readings, job: "first")
        let result = try await fixture.write(rows, of: Sample.readings, job: "second")
        #expect(result == WriteResult(accepted: 1))
        #expect(try stored() == "5 by first")
    }

    @Test("a row that is too large, of a wrong type or a wrong time fails alone, with its reason")
    func badRows() async throws {
        var fixture = fixture
        fixture.configuration.longestRow = 10_000
        let later = Timestamp(seconds: Timestamp.latest.seconds + 1)
        let result = try await fixture.write(
            [
                Sample.reading(1, count: 1), Sample.reading(2, count: 2, label: String(repeating: "x", count: 20_000)),
                Sample.row(Sample.sensor(3), [.string("3"), nil]), Sample.reading(4, count: 4, at: later),
                Sample.row(EntityKey([.int32(5)]), [.int64(5), nil]), Sample.reading(6, count: 6),
            ], of: Sample.readings)
        #expect(result.accepted == 2)
        #expect(result.failed.map(\.index) == [1, 2, 3, 4])
        #expect(result.failed.map(\.reason) == [.rejected, .wrongType, .badTimestamp, .wrongType])
        #expect(result.failed[1].message == "feature count is STRING, expected INT64")
        let newest = try await fixture.newest((1...6).map { Sample.sensor($0) }, of: Sample.readings)
        #expect(newest.map { $0 != nil } == [true, false, false, false, false, true])
    }

    @Test("a table that another process grew is used as it is")
    func grownElsewhere() async throws {
        let sink = SQLiteFeatureSink(fixture.configuration)
        let batch = RowBatch(featureSet: Sample.readings, rows: [Sample.reading(1, count: 1)], jobID: "job")
        _ = try await sink.write(batch)
        let grown = Sample.featureSet(
            "readings", entities: Sample.readings.entities,
            features: Sample.readings.features + [Feature(name: "depth", type: .double)])
        _ = try await fixture.write([Sample.row(Sample.sensor(2), [nil, nil, .double(2)])], of: grown)
        #expect(try await sink.write(batch).accepted == 1)
        let newest = try await fixture.newest([Sample.sensor(1), Sample.sensor(2)], of: grown)
        #expect(newest.map { $0?.values[2] } == [.some(nil), .double(2)])
    }

    @Test("a lock held by another process is unavailable and transient, and the batch can be written again")
    func locked() async throws {
        var configuration = fixture.configuration
        configuration.busyTimeoutMilliseconds = 1
        let sink = SQLiteFeatureSink(configuration)
        try await sink.prepareWrite(Sample.readings)
        let batch = RowBatch(featureSet: Sample.readings, rows: [Sample.reading(1, count: 1)], jobID: "job")
        let other = try fixture.database()
        try other.execute("BEGIN IMMEDIATE")
        let error = await #expect(throws: StoreError.self) { try await sink.write(batch) }
        try other.execute("ROLLBACK")
        #expect(error?.code == .unavailable)
        #expect(error?.recovery == .transient)
        #expect(error?.store == "embedded")
        #expect(error?.context["path"] == fixture.path)
        #expect(try await sink.write(batch).accepted == 1)
    }
}
