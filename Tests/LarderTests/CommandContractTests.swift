import FaultKit
import Foundation
import Testing

/// The contract of the command line, asked of the real program.
@Suite(.serialized) struct CommandContractTests {
    @Test("every kind has the fields of the contract", .timeLimit(.minutes(2)))
    func shapes() async throws {
        try await filled { workspace in
            func expect(_ shape: JSONShape, _ words: [String]) async throws {
                let result = try await workspace.run(words + ["-o", "json"])
                #expect(result.code == 0, "\(words): \(result.errors)")
                let faults = shape.faults(of: try result.json)
                #expect(faults.isEmpty, "\(words): \(faults)")
            }
            let job = try await workspace.run("jobs", "list", "-o", "name").output.prefix { $0 != "\n" }
            let export = try await workspace.run("exports", "list", "-o", "name").output.prefix { $0 != "\n" }
            let letter = try await workspace.run("dead-letters", "list", "-o", "name").output.prefix { $0 != "\n" }
            let key = ["id=1", "--features", "p/s:*"]
            try await expect(.listing(of: "Value", ContractShapes.value), ["online", "get"] + key)
            try await expect(
                .thing(of: "Why", ContractShapes.why), ["online", "why", "id=1", "--feature", "p/s:a"])
            try await expect(.listing(of: "Store", ContractShapes.store), ["stores", "list"])
            try await expect(.thing(of: "Store", ContractShapes.store), ["stores", "get", "online"])
            try await expect(.thing(of: "Store", ContractShapes.store), ["stores", "check", "online"])
            try await expect(.listing(of: "FeatureSet", ContractShapes.featureSet), ["feature-sets", "list"])
            try await expect(.thing(of: "FeatureSet", ContractShapes.featureSet), ["fs", "get", "p/s"])
            try await expect(
                .listing(of: "ApplyResult", ContractShapes.applyResult),
                ["fs", "apply", "-f", workspace.path("sets.yaml"), "--dry-run"])
            try await expect(.listing(of: "Job", ContractShapes.job), ["jobs", "list"])
            try await expect(.thing(of: "Job", ContractShapes.job), ["jobs", "get", String(job)])
            try await expect(.listing(of: "Export", ContractShapes.export), ["exports", "list"])
            try await expect(.thing(of: "Export", ContractShapes.export), ["exports", "get", String(export)])
            try await expect(.thing(of: "Export", ContractShapes.export), ["exports", "wait", String(export)])
            try await expect(.listing(of: "DeadLetter", ContractShapes.deadLetter), ["dead-letters", "list"])
            try await expect(
                .thing(of: "DeadLetter", ContractShapes.deadLetter), ["dead-letters", "get", String(letter)])
            try await expect(
                .listing(of: "DeadLetter", ContractShapes.deadLetterGroup),
                ["dead-letters", "list", "--group", "reason"])
            try await expect(.listing(of: "Connector", ContractShapes.connector), ["connectors", "list"])
            try await expect(.thing(of: "Connector", ContractShapes.connector), ["connectors", "get", "REDIS"])
            let again = try await workspace.ingest("rows.csv")
            let shape = JSONShape.thing(of: "IngestResult", ContractShapes.ingestResult)
            #expect(shape.faults(of: try again.json) == [])
            #expect(again.code == 1)
        }
    }

    @Test("each exit code is the one that the contract says", .timeLimit(.minutes(2)))
    func exitCodes() async throws {
        let configuration = """
            project: p
            stores:
              - name: online
                type: SQLITE
                config: {path: online.db}
                subscriptions: [{project: "*", name: "*"}]
              - name: far
                type: REDIS
                config: {host: 127.0.0.1, port: 1}
            """
        try await filled(configuration: configuration) { workspace in
            let rows = workspace.path("rows.csv")
            let cases: [(code: Int32, error: String, words: [String])] = [
                (0, "", ["online", "get", "id=404", "--features", "p/s:a"]),
                (1, "", ["ingest", rows, "--feature-set", "p/s", "--wait"]),
                (2, "invalid", ["ingest", rows, "--feature-set", "p/none"]),
                (3, "unreachable", ["stores", "check", "far"]),
                (5, "not found", ["stores", "get", "none"]), (5, "not found", ["jobs", "get", "none"]),
                (5, "not found", ["fs", "get", "p/none"]), (5, "not found", ["exports", "get", "none"]),
                (5, "not found", ["dead-letters", "get", "none"]), (5, "not found", ["connectors", "get", "none"]),
                (5, "not found", ["online", "get", "id=1", "--features", "p/s:none"]),
                (6, "refused", ["stores", "delete", "online", "--yes"]),
                (6, "refused", ["dead-letters", "discard", "--all"]),
            ]
            for (code, error, words) in cases {
                let result = try await workspace.run(words + ["-o", "json"])
                #expect(result.code == code, "\(words): \(result.errors)")
                guard !error.isEmpty else { continue }
                let object = try JSONTree(String(result.errors.split(separator: "\n").last ?? ""))
                #expect(ContractShapes.error.faults(of: object).isEmpty)
                #expect(object["error"]["code"].text == error, "\(words)")
                #expect(!words.contains("check") ? result.output.isEmpty : true, "\(words)")
            }
        }
    }

    @Test("interrupted while it waits, a command exits with 130", .timeLimit(.minutes(1)))
    func interrupted() async throws {
        let configuration = """
            stores:
              - name: far
                type: REDIS
                config: {host: 127.0.0.1, port: 1}
                subscriptions: [{project: "*", name: "*"}]
            """
        try await SmallSet.lend(configuration: configuration) { workspace in
            try workspace.write(SmallSet.header + SmallSet.row(1), to: "rows.csv")
            let words = ["ingest", workspace.path("rows.csv"), "--feature-set", "p/s", "--wait"]
            let terminal = try PseudoTerminal(
                executable: WorkspaceOfTest.program, arguments: words, environment: workspace.environment,
                columns: 200)
            try await terminal.waitForText("waiting for store far")
            terminal.send(signal: SIGINT)
            #expect(try await terminal.waitForExit() == .exited(130))
        }
    }

    @Test("standard output is data, standard error is talk", .timeLimit(.minutes(1)))
    func streams() async throws {
        try await filled { workspace in
            let ingested = try await workspace.ingest("rows.csv")
            #expect(try ingested.json["kind"].text == "IngestResult")
            #expect(ingested.errors.contains("expected INT64"))
            #expect(!ingested.errors.contains("\u{1B}"), "no bar and no colours without a terminal")
            let listed = try await workspace.run("stores", "list")
            #expect(listed.errors.isEmpty)
            #expect(listed.output.hasPrefix("NAME"))
            let quiet = try await workspace.run("stores", "list", "--no-headers")
            #expect(!quiet.output.contains("NAME"))
            let failed = try await workspace.run("stores", "get", "none")
            #expect(failed.output.isEmpty && failed.errors.hasPrefix("larder: "))
        }
    }

    @Test("names come one a line, and every name is one that get takes", .timeLimit(.minutes(1)))
    func names() async throws {
        try await filled { workspace in
            for thing in ["stores", "feature-sets", "jobs", "exports", "dead-letters", "connectors"] {
                let names = try await workspace.run(thing, "list", "-o", "name").output.split(separator: "\n")
                #expect(!names.isEmpty, "\(thing)")
                for name in names {
                    let found = try await workspace.run(thing, "get", String(name), "-o", "name")
                    #expect(found.code == 0 && found.output == "\(name)\n", "\(thing) \(name): \(found.errors)")
                }
            }
        }
    }

    @Test("the other forms say what JSON says", .timeLimit(.minutes(1)))
    func forms() async throws {
        try await filled { workspace in
            let words = ["online", "get", "id=1", "--features", "p/s:*"]
            let items = try await workspace.run(words + ["-o", "json"]).json.items
            let lines = try await workspace.run(words + ["-o", "jsonl"]).output.split(separator: "\n")
            let parsed = try lines.map { try JSONTree(String($0)) }
            #expect(parsed.map { $0["value"] } == items.map { $0["value"] })
            #expect(parsed.map(\.fields) == items.map(\.fields))
            let yaml = try await workspace.run(words + ["-o", "yaml"]).output
            #expect(yaml.hasPrefix("kind: Value\n") && yaml.contains("feature: \"p/s:a\"") || yaml.contains("p/s:a"))
            let csv = try await workspace.run("dead-letters", "list", "-o", "csv")
            let records = csv.output.components(separatedBy: "\r\n")
            #expect(records[0] == "id,at,featureSet,store,reason,message,replays")
            // The message has a comma and quotes in it: they come back whole.
            #expect(records[1].contains(",\"\(workspace.path("rows.csv")):3:3: a: expected INT64, got \"\"x\"\"\","))
        }
    }

    @Test("rows written as CSV are rows that can be read again", .timeLimit(.minutes(1)))
    func roundTrip() async throws {
        try await SmallSet.lend { workspace in
            try workspace.write(
                SmallSet.header + SmallSet.row(1) + SmallSet.row(2, a: "") + SmallSet.row(3, b: "0.1"), to: "rows.csv")
            #expect(try await workspace.ingest("rows.csv").code == 0)
            try workspace.write(
                "id,event_timestamp,note\n"
                    + [1, 2, 3].map { "\($0),2024-01-01T00:00:00Z,\"a, \"\"b\"\"\"\n" }.joined(), to: "keys.csv")
            for (source, target) in [("keys.csv", "one.csv"), ("keys.csv", "one.jsonl.gz")] {
                let result = try await workspace.run(
                    "exports", "start", "--rows", workspace.path(source), "--features", "p/s:a,p/s:b", "--out",
                    workspace.path(target), "--wait")
                #expect(result.code == 0, "\(result.errors)")
            }
            let text = try workspace.folder.text(of: "one.csv")
            #expect(text.contains("2024-01-01T00:00:00Z,3,\"a, \"\"b\"\"\",1,0.1"))
            // The export's columns are an ingestion's: what went out comes in again, and changes nothing.
            try workspace.write(
                text.replacing("s__a", with: "a").replacing("s__b", with: "b"), to: "again.csv")
            #expect(try await workspace.ingest("again.csv").code == 0)
            #expect(try await workspace.values(of: [1, 2, 3]) == [.integer(1), .null, .integer(1)])
        }
    }

    @Test("a pipe is never cut to a width", .timeLimit(.minutes(1)))
    func pipes() async throws {
        try await filled { workspace in
            let message = "\(workspace.path("rows.csv")):3:3: a: expected INT64, got \"x\""
            for columns in ["40", "200"] {
                let result = try await workspace.run(["dead-letters", "list"], variables: ["COLUMNS": columns])
                #expect(result.output.contains(message))
            }
        }
    }

    /// A workspace with rows, a dead letter and an export.
    private func filled(
        configuration: String? = nil, _ body: (WorkspaceOfTest) async throws -> Void
    ) async throws {
        try await SmallSet.lend(configuration: configuration) { workspace in
            try workspace.write(
                SmallSet.header + SmallSet.row(1) + SmallSet.row(2, a: "x") + SmallSet.row(3), to: "rows.csv")
            #expect(try await workspace.ingest("rows.csv").code == 1)
            try workspace.write("id,event_timestamp\n1,2024-01-01T00:00:00Z\n", to: "keys.csv")
            let export = try await workspace.run(
                "exports", "start", "--rows", workspace.path("keys.csv"), "--features", "p/s:a", "--out",
                workspace.path("out.csv"), "--wait")
            #expect(export.code == 0, "\(export.errors)")
            try await body(workspace)
        }
    }
}
