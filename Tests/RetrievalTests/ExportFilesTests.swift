import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import Retrieval

struct ExportFilesTests {
    private func plan(_ references: String...) throws -> HistoricalPlan {
        try HistoricalPlan(selections: references.compactMap(SampleSets.selection))
    }

    private func entityFile(_ path: String, _ plan: HistoricalPlan, time: String? = nil) throws -> EntityFile {
        try EntityFile(path: path, format: nil, timestampColumn: time, plan: plan)
    }

    @Test("an answer has the time first, then the other columns unchanged, then the features in the order asked")
    func columnsOfTheAnswer() throws {
        let folder = try TemporaryFolder()
        let rows = try folder.write(
            "origin,flight,event_timestamp,note\nEWR,0042,2013-01-01T06:00:00Z,\"a,b\"\n", to: "rows.csv")
        let plan = try plan("weather:wind", "weather:temp")
        let file = try entityFile(rows, plan)
        let batch = try #require(try file.next(limit: 10))
        #expect(batch.timestamps == [Timestamp(seconds: 1_357_020_000)])
        #expect(batch.keys == [[EntityKey([.string("EWR")])]])
        let output = folder.path + "/out.csv"
        let answers = try AnswerFile(path: output, format: .csv, overwrites: false, rows: file, plan: plan)
        try answers.append([[.int64(7), .double(39.02)]])
        #expect(try answers.finish() == [output])
        #expect(
            try folder.text(of: "out.csv")
                == "event_timestamp,origin,flight,note,weather__wind,weather__temp\n"
                + "2013-01-01T06:00:00Z,EWR,0042,\"a,b\",7,39.02\n")
    }

    @Test("a retriever that reads ahead still finds every answer behind its row")
    func readingAhead() throws {
        let folder = try TemporaryFolder()
        let lines = (0..<10).map { "EWR,2013-01-01T0\($0):00:00Z,\($0)" }.joined(separator: "\n")
        let rows = try folder.write("origin,event_timestamp,n\n" + lines + "\n", to: "rows.csv")
        let plan = try plan("weather:wind")
        let file = try entityFile(rows, plan)
        let preview = AnswerPreview(rows: file, plan: plan)
        var count = 0
        while let batch = try file.next(limit: 3) { count += batch.timestamps.count }
        #expect(count == 10)
        #expect(file.rowCount == 10)
        try preview.append((0..<7).map { [.int64(Int64($0))] })
        try preview.append((7..<10).map { [.int64(Int64($0))] })
        #expect(preview.rows.map { $0[2] } == (0..<10).map { "\($0)" })
        #expect(preview.rows.map { $0[3] } == (0..<10).map { "\($0)" })
    }

    @Test("an empty entity cell is a key that never matches")
    func nullEntity() throws {
        let folder = try TemporaryFolder()
        let rows = try folder.write("origin,event_timestamp\n,2013-01-01T06:00:00Z\n", to: "rows.csv")
        let file = try entityFile(rows, try plan("weather:wind"))
        #expect(try file.next(limit: 5)?.keys == [[nil]])
    }

    @Test("the column datetime is taken where there is no event_timestamp, and becomes event_timestamp")
    func datetime() throws {
        let folder = try TemporaryFolder()
        let rows = try folder.write("datetime,origin\n2013-01-01T06:00:00Z,EWR\n", to: "rows.csv")
        let file = try entityFile(rows, try plan("weather:wind"))
        #expect(file.passedColumns == ["event_timestamp", "origin"])
    }

    @Test("a missing entity column is named with those that are there")
    func missingEntity() throws {
        let folder = try TemporaryFolder()
        let rows = try folder.write("event_timestamp,airport\n", to: "rows.csv")
        let plan = try plan("weather:wind")
        let fault = #expect(throws: PlanFault.self) { _ = try entityFile(rows, plan) }
        #expect(
            fault
                == .missingEntity(
                    entity: "origin", neededBy: SampleSets.weather.reference, columns: ["event_timestamp", "airport"]))
    }

    @Test("a feature's column may not be called like one of the rows'")
    func takenColumn() throws {
        let folder = try TemporaryFolder()
        let rows = try folder.write("event_timestamp,origin,wind\n", to: "rows.csv")
        let plan = try plan("wind")
        #expect(throws: PlanFault.self) { _ = try entityFile(rows, plan) }
    }

    @Test("a bad time ends the reading, naming file, line and column")
    func badTime() throws {
        let folder = try TemporaryFolder()
        let rows = try folder.write(
            "origin,event_timestamp\nEWR,2013-01-01T06:00:00Z\nEWR,yesterday\n", to: "rows.csv")
        let file = try entityFile(rows, try plan("weather:wind"))
        let fault = #expect(throws: EntityRowFault.self) { while try file.next(limit: 100) != nil {} }
        #expect(fault?.description.contains("rows.csv:3:2") == true)
    }

    @Test("a discarded answer leaves nothing behind")
    func discarded() throws {
        let folder = try TemporaryFolder()
        let rows = try folder.write("origin,event_timestamp\nEWR,2013-01-01T06:00:00Z\n", to: "rows.csv")
        let plan = try plan("weather:wind")
        let file = try entityFile(rows, plan)
        _ = try file.next(limit: 5)
        let answers = try AnswerFile(
            path: folder.path + "/out.csv", format: .csv, overwrites: false, rows: file, plan: plan)
        try answers.append([[.int64(1)]])
        answers.discard()
        #expect(try folder.names() == ["rows.csv"])
    }
}
