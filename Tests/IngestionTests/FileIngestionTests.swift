import FeatureModel
import Foundation
import RowCoding
import RowFiles
import StorageAPI
import Synchronization
import Testing

@testable import Ingestion

@Suite("A file is ingested")
struct FileIngestionTests {
    private let folder = TemporaryFolder()
    private let log = RememberingLog()
    private let letters = KeptLetters()

    private static let header = "event_timestamp,origin,hour,temp,wind,note\n"
    private static let good = "2013-01-01T06:00:00Z,JFK,6,39.5,12,\n"

    private func ingest(
        _ path: String, ingestion: IngestionID = "ing-1", events: Events = Events(), timestampColumn: String? = nil,
        rowsPerBatch: Int = 2
    ) async throws(FileIngestionFailure) -> FileIngestionSummary {
        let ingestion = FileIngestion(
            FileIngestionRequest(path: path, featureSet: Weather.featureSet, timestampColumn: timestampColumn),
            ingestion: ingestion, publisher: log, deadLetters: letters, wallClock: { Timestamp(seconds: 5) },
            rowsPerBatch: rowsPerBatch)
        return try await ingestion.run { events.add($0) }
    }

    private func failure(_ path: String, timestampColumn: String? = nil) async -> FileIngestionFailure? {
        do throws(FileIngestionFailure) {
            _ = try await ingest(path, timestampColumn: timestampColumn)
            return nil
        } catch {
            return error
        }
    }

    private func decoded() throws -> [FeatureRow] {
        var decoder = FeatureRowDecoder()
        return try log.payloads.map { payload throws in try decoder.decode(payload) }
    }

    @Test("rows become feature rows of the set's types, with nulls where cells are empty")
    func rows() async throws {
        let path = try folder.write("w.csv", Self.header + Self.good + "2013-01-01T07:00:00.5Z,LGA,7,,-1,\"\"\n")
        let summary = try await ingest(path)
        #expect(summary.rowsRead == 2 && summary.rowsProduced == 2 && summary.rowsBad == 0)
        #expect(summary.end == [SourcePosition(partition: 0, offset: 1)])
        let rows = try decoded()
        #expect(rows.map(\.featureSet) == ["nyc/weather", "nyc/weather"])
        #expect(rows.map(\.ingestionID) == ["ing-1", "ing-1"])
        #expect(rows[1].eventTimestamp == Timestamp(seconds: 1_357_023_600, nanoseconds: 500_000_000))
        #expect(
            rows[1].fields == [
                Field(name: "origin", value: .string("LGA")), Field(name: "hour", value: .int32(7)),
                Field(name: "temp", value: nil), Field(name: "wind", value: .int64(-1)),
                Field(name: "note", value: .string("")),
            ])
    }

    @Test("JSON Lines give the same rows as CSV")
    func jsonLines() async throws {
        let text = """
            {"event_timestamp": "2013-01-01T06:00:00Z", "origin": "JFK", "hour": 6, "temp": 39.5, "wind": "12"}
            {"origin": "LGA", "hour": 7, "event_timestamp": "2013-01-01T07:00:00.5Z", "wind": -1, "note": ""}

            """
        let summary = try await ingest(try folder.write("w.jsonl", text))
        #expect(summary.rowsProduced == 2)
        let fromJSON = try decoded()
        let second = RememberingLog()
        let csv = try folder.write("w.csv", Self.header + Self.good + "2013-01-01T07:00:00.5Z,LGA,7,,-1,\"\"\n")
        _ = try await FileIngestion(
            FileIngestionRequest(path: csv, featureSet: Weather.featureSet), ingestion: "ing-1", publisher: second,
            deadLetters: letters, wallClock: { .zero }
        ).run { _ in }
        var decoder = FeatureRowDecoder()
        #expect(try second.payloads.map { payload throws in try decoder.decode(payload) } == fromJSON)
    }

    @Test("a bad cell is told with file, line and column, set aside, and the rest goes on")
    func badCell() async throws {
        let path = try folder.write(
            "w.csv", Self.header + Self.good + "2013-01-01T07:00:00Z,LGA,soon,1,1,x\n" + Self.good)
        let events = Events()
        let summary = try await ingest(path, events: events)
        #expect(summary.rowsRead == 3 && summary.rowsProduced == 2 && summary.rowsBad == 1)
        #expect(events.badRows.count == 1)
        #expect(events.badRows[0].hasPrefix("\(path):3:3: "))
        #expect(events.badRows[0].contains("hour") && events.badRows[0].contains("soon"))
        #expect(letters.letters.map(\.reason) == [.badInput])
        #expect(letters.letters.map(\.transform) == ["ingest"])
        #expect(letters.letters.map { String(decoding: $0.payload, as: UTF8.self) }.first?.contains("soon") == true)
        #expect(log.rowNumbers == [1, 3])
    }

    @Test("a null entity or event time is a bad row", arguments: ["2013-01-01T07:00:00Z,,7,1,1,x", ",LGA,7,1,1,x"])
    func nullKey(line: String) async throws {
        let summary = try await ingest(try folder.write("w.csv", Self.header + line + "\n"))
        #expect(summary.rowsBad == 1 && summary.rowsProduced == 0)
    }

    @Test("ingesting a file again adds nothing, not even dead letters")
    func again() async throws {
        let path = try folder.write("w.csv", Self.header + Self.good + "x,LGA,7,1,1,x\n" + Self.good)
        _ = try await ingest(path)
        let second = try await ingest(path)
        #expect(second.rowsAppended == 0 && second.rowsProduced == 2 && second.rowsBad == 1)
        #expect(log.payloads.count == 2)
        #expect(letters.letters.count == 1)
    }

    @Test("a run that died in the middle adds what is missing when it runs again")
    func resumption() async throws {
        let path = try folder.write("w.csv", Self.header + String(repeating: Self.good, count: 9))
        log.failAfter(batches: 2)
        #expect(await failure(path) == .store(StoreFailure.gone))
        #expect(log.payloads.count == 4)
        let summary = try await ingest(path)
        #expect(summary.rowsAppended == 5 && summary.rowsProduced == 9)
        #expect(log.rowNumbers == Array(1...9))
    }

    @Test(
        "a missing time or entity column ends it before anything is produced", arguments: ["event_timestamp", "hour"])
    func missingColumn(name: String) async throws {
        let path = try folder.write("w.csv", Self.header.replacing(name, with: "x" + name) + Self.good)
        guard case .header(let message, let hint) = await failure(path) else {
            Issue.record("the header was taken")
            return
        }
        #expect(message.contains(name))
        #expect(hint.contains("x" + name))
        #expect(log.payloads.isEmpty)
    }

    @Test("a named time column counts, and the nearest name is offered for one that is not there")
    func timestampColumn() async throws {
        let path = try folder.write("w.csv", Self.header.replacing("event_timestamp", with: "seen_at") + Self.good)
        #expect(try await ingest(path, timestampColumn: "seen_at").rowsProduced == 1)
        guard case .header(_, let hint) = await failure(path, timestampColumn: "seen") else {
            Issue.record("the header was taken")
            return
        }
        #expect(hint.contains("seen_at"))
    }

    @Test("a missing feature column is told once, and is null in every row")
    func missingFeature() async throws {
        let path = try folder.write("w.csv", "datetime,origin,hour,temp,note\n2013-01-01T06:00:00Z,JFK,6,1,n\n")
        let events = Events()
        _ = try await ingest(path, events: events)
        #expect(events.notices.count == 1)
        #expect(events.notices.first?.contains("wind") == true)
        #expect(try decoded()[0].fields.map(\.name) == ["origin", "hour", "temp", "note"])
    }

    @Test("bad UTF-8 ends the reading; the rows before it stay")
    func badText() async throws {
        var bytes = Array((Self.header + Self.good + Self.good).utf8)
        bytes += Array("2013-01-01T07:00:00Z,L".utf8) + [0xff, 0xfe] + Array(",7,1,1,x\n".utf8)
        let summary = try await ingest(try folder.write("w.csv", bytes: bytes))
        #expect(summary.rowsProduced == 2)
        #expect(summary.readingError?.reason == .invalidText)
        #expect(summary.readingError?.line == 4)
    }

    @Test("a file that is not there, or is empty, ends it at once")
    func unreadable() async throws {
        guard case .unreadable(let missing) = await failure(folder.path + "/none.csv") else {
            Issue.record("a missing file was read")
            return
        }
        #expect(missing.description.contains("none.csv"))
        let empty = try folder.write("w.csv", "")
        #expect(await failure(empty) == .unreadable(RowFileError(path: empty, reason: .empty)))
    }

    @Test("progress ends at the file's size")
    func progress() async throws {
        let path = try folder.write("w.csv", Self.header + String(repeating: Self.good, count: 5))
        let events = Events()
        _ = try await ingest(path, events: events)
        let size = Int64(try Data(contentsOf: URL(filePath: path)).count)
        #expect(events.all.last == .progress(bytes: size, totalBytes: size, rowsProduced: 5, rowsBad: 0))
    }

    @Test("the same file in the same set has the same id, anything else another one")
    func identity() {
        let digest = FileDigest(of: "abc".utf8)
        let id = FileIngestionIdentity.id(ofFileWith: digest, in: Weather.reference)
        #expect(id == FileIngestionIdentity.id(ofFileWith: digest, in: Weather.reference))
        #expect(id.rawValue.count == 36 && id.rawValue.filter { $0 == "-" }.count == 4)
        #expect(id != FileIngestionIdentity.id(ofFileWith: FileDigest(of: "abd".utf8), in: Weather.reference))
        let other = FeatureSetReference(project: "nyc", name: "weather2")
        #expect(id != FileIngestionIdentity.id(ofFileWith: digest, in: other))
        var generator = SystemRandomNumberGenerator()
        let fresh = FileIngestionIdentity.fresh(from: &generator)
        #expect(fresh != FileIngestionIdentity.fresh(from: &generator))
    }
}
