import FaultKit
import Testing

/// Files of rows with something wrong in them: what is said, what the exit code is, and that nothing is lost.
@Suite(.serialized) struct BadRowsTests {
    @Test("a wrong type in one row is told with its place; the other rows arrive", .timeLimit(.minutes(2)))
    func wrongType() async throws {
        try await SmallSet.lend { workspace in
            let rows = [SmallSet.row(1), SmallSet.row(2, a: "many"), SmallSet.row(3)]
            let file = try workspace.write(SmallSet.header + rows.joined(), to: "rows.csv")
            for _ in 1...2 {
                let result = try await workspace.ingest("rows.csv")
                #expect(result.code == 1)
                #expect(result.errors == "\(file):3:3: a: expected INT64, got \"many\"\n")
                #expect(try result.json["rowsProduced"] == .integer(2))
                #expect(try result.json["rowsBad"] == .integer(1))
            }
            #expect(try await workspace.values(of: [1, 2, 3]) == [.integer(1), .null, .integer(1)])
            let letters = try await workspace.json("dead-letters", "list").items
            #expect(letters.count == 1)
            #expect(letters.first?["reason"].text == "bad input")
            #expect(letters.first?["message"].text == "\(file):3:3: a: expected INT64, got \"many\"")
        }
    }

    @Test("the first twenty bad rows are told one by one, and the rest is counted", .timeLimit(.minutes(2)))
    func manyBadRows() async throws {
        try await SmallSet.lend { workspace in
            let rows = (1...25).map { SmallSet.row($0, a: "x") } + [SmallSet.row(26)]
            try workspace.write(SmallSet.header + rows.joined(), to: "rows.csv")
            let result = try await workspace.ingest("rows.csv")
            let lines = result.errors.split(separator: "\n")
            #expect(result.code == 1)
            #expect(lines.count == 21)
            #expect(lines.last?.contains("5 more bad rows") == true)
            #expect(try await workspace.json("dead-letters", "list").items.count == 25)
        }
    }

    @Test("a faulty header ends the ingestion before a row is produced", .timeLimit(.minutes(2)))
    func faultyHeaders() async throws {
        try await SmallSet.lend { workspace in
            try workspace.write("event_timestamp,a,b\n2024-01-01T00:00:00Z,1,1\n", to: "entity.csv")
            try workspace.write("id,a,b\n1,1,1\n", to: "time.csv")
            let entity = try await workspace.ingest("entity.csv")
            #expect(entity.code == 2)
            #expect(try entity.error["message"].text?.contains("no column id") == true)
            #expect(entity.errors.contains("entity.csv"))
            let time = try await workspace.ingest("time.csv")
            #expect(time.code == 2)
            #expect(time.errors.contains("time.csv") && time.errors.contains("--timestamp-column"))
            #expect(try await workspace.json("jobs", "list").items.allSatisfy { $0["rowsRead"] == .integer(0) })
            #expect(try await workspace.json("dead-letters", "list").items.isEmpty)
        }
    }

    @Test("a missing feature column is said once; the feature is null", .timeLimit(.minutes(2)))
    func missingFeatureColumn() async throws {
        try await SmallSet.lend { workspace in
            try workspace.write(
                "id,event_timestamp,b\n1,2024-01-01T00:00:00Z,2\n2,2024-01-01T00:00:00Z,2\n", to: "rows.csv")
            let result = try await workspace.ingest("rows.csv")
            #expect(result.code == 0)
            #expect(result.errors == "larder: there is no column a: the feature is null in every row\n")
            let answer = try await workspace.json("online", "get", "id=2", "--features", "p/s:a,p/s:b")
            #expect(answer.items.map { $0["value"] } == [.null, .integer(2)] || answer.items[1]["value"] == .double(2))
        }
    }

    @Test("an unknown feature set is refused, with the nearest name", .timeLimit(.minutes(2)))
    func unknownFeatureSet() async throws {
        try await SmallSet.lend { workspace in
            try workspace.write(SmallSet.header + SmallSet.row(1), to: "rows.csv")
            let result = try await workspace.run(
                "ingest", workspace.path("rows.csv"), "--feature-set", "p/x", "-o", "json")
            #expect(result.code == 2)
            #expect(result.output.isEmpty)
            #expect(try result.error["message"].text == "there is no feature set p/x")
            #expect(try result.error["hint"].text?.contains("p/s") == true)
        }
    }

    @Test("of an archive that is cut off, the rows before the cut stay; running again is safe", .timeLimit(.minutes(2)))
    func truncatedArchive() async throws {
        try await SmallSet.lend { workspace in
            let rows = (1...4_000).map { SmallSet.row($0, a: "\($0 &* 2_654_435_761 % 1_000_003)") }
            try workspace.write(SmallSet.header + rows.joined(), to: "rows.csv")
            let (ending, _, _) = try await ChildProcess.run("gzip", ["-k", workspace.path("rows.csv")])
            #expect(ending == .exited(0))
            let whole = try workspace.folder.bytes(of: "rows.csv.gz")
            try workspace.folder.write(Array(whole.prefix(whole.count / 2)), to: "cut.csv.gz")
            let first = try await workspace.ingest("cut.csv.gz")
            let produced = try first.json["rowsProduced"].integer ?? 0
            #expect(first.code == 1)
            #expect(produced > 0 && produced < 4_000)
            #expect(first.errors.contains("cut.csv.gz:\(produced + 2): the gzip archive is cut off"))
            let again = try await workspace.ingest("cut.csv.gz")
            #expect(again.code == 1)
            #expect(try again.json["rowsProduced"].integer == produced)
            let jobs = try await workspace.json("jobs", "list").items
            #expect(jobs.map { $0["rowsWritten"].integer } == [produced, produced])
            #expect(try await workspace.values(of: [1, Int(produced)]).allSatisfy { $0 != .null })
        }
    }

    @Test("of a file that is not UTF-8, the rows before the fault stay", .timeLimit(.minutes(2)))
    func notUTF8() async throws {
        try await SmallSet.lend { workspace in
            let bytes =
                Array((SmallSet.header + SmallSet.row(1)).utf8) + [0xFF, 0xFE] + Array(SmallSet.row(2).utf8)
            try workspace.folder.write(bytes, to: "rows.csv")
            let result = try await workspace.ingest("rows.csv")
            #expect(result.code == 1)
            #expect(result.errors.contains("rows.csv:3: there are bytes that are not UTF-8"))
            #expect(try await workspace.values(of: [1, 2]) == [.integer(1), .null])
        }
    }

    @Test("a file that is not there, or is a folder, is refused", .timeLimit(.minutes(2)))
    func unreadableFile() async throws {
        try await SmallSet.lend { workspace in
            let absent = try await workspace.ingest("absent.csv")
            #expect(absent.code == 2)
            #expect(absent.errors.contains("absent.csv") && absent.errors.contains("No such file"))
            let folder = try await workspace.run("ingest", workspace.directory, "--feature-set", "p/s", "--wait")
            #expect(folder.code == 2)
            #expect(folder.errors.contains(workspace.directory))
        }
    }
}
