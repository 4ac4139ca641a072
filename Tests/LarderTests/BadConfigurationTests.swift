import FaultKit
import Foundation
import Testing

/// Configurations, themes and requests with something wrong in them.
@Suite(.serialized) struct BadConfigurationTests {
    @Test("an unknown key of larder.yaml is refused with its line and the nearest key", .timeLimit(.minutes(1)))
    func unknownKey() async throws {
        try await WorkspaceOfTest.lend(configuration: "project: p\nstoers: []\n") { workspace in
            let result = try await workspace.run("stores", "list", "-o", "json")
            #expect(result.code == 2)
            #expect(try result.error["message"].text == "\(workspace.directory)/larder.yaml:2:1: stoers: unknown key")
            #expect(try result.error["hint"].text == "did you mean stores?")
            #expect(!workspace.has("workspace/state"), "nothing starts half-configured")
        }
    }

    @Test("an unknown setting of a store is refused with its line and the nearest setting", .timeLimit(.minutes(1)))
    func unknownSetting() async throws {
        let text = "stores:\n  - name: online\n    type: REDIS\n    config: {host: localhost, prot: 1}\n"
        try await WorkspaceOfTest.lend(configuration: text) { workspace in
            let result = try await workspace.run("stores", "list")
            #expect(result.code == 2)
            #expect(result.errors.contains("larder.yaml:4:"))
            #expect(result.errors.contains("prot") && result.errors.contains("did you mean port?"))
        }
    }

    @Test("an unset variable is an error that names it", .timeLimit(.minutes(1)))
    func unsetVariable() async throws {
        let text = "stores:\n  - name: online\n    type: REDIS\n    config: {password: \"${LARDER_NO_SUCH}\"}\n"
        try await WorkspaceOfTest.lend(configuration: text) { workspace in
            let result = try await workspace.run("config", "validate")
            #expect(result.code == 2)
            #expect(result.errors.contains("larder.yaml:4:") && result.errors.contains("LARDER_NO_SUCH"))
        }
    }

    @Test("a secret is never shown", .timeLimit(.minutes(1)))
    func secrets() async throws {
        let text = """
            stores:
              - name: online
                type: REDIS
                config: {host: 127.0.0.1, port: 1, password: "${LARDER_SECRET}"}
                subscriptions: [{project: "*", name: "*"}]
            """
        try await WorkspaceOfTest.lend(configuration: text) { workspace in
            for words in [["stores", "list", "-o", "json"], ["stores", "check", "online"], ["config", "show"]] {
                let result = try await workspace.run(words, variables: ["LARDER_SECRET": "hush-hush"])
                #expect(!(result.output + result.errors).contains("hush-hush"), "\(words)")
            }
            let shown = try await workspace.run(
                ["stores", "get", "online", "-o", "json"], variables: ["LARDER_SECRET": "hush-hush"])
            #expect(try shown.json["config"]["password"].text == "•••")
        }
    }

    @Test("a theme with an unknown role is refused with its line and the nearest role", .timeLimit(.minutes(1)))
    func unknownRole() async throws {
        try await WorkspaceOfTest.lend { workspace in
            let file = try workspace.write("name: odd\nroles:\n  cursr: {attr: [reverse]}\n", to: "odd.yaml")
            let result = try await workspace.run("themes", "check", file)
            #expect(result.code == 2)
            #expect(result.errors.contains("odd.yaml:3:3: unknown role 'cursr'; did you mean 'cursor'?"))
        }
    }

    @Test("two references that give one column are refused, naming both", .timeLimit(.minutes(1)))
    func oneColumnTwice() async throws {
        try await SmallSet.lend(configuration: "project: p\n") { workspace in
            try workspace.write("id,event_timestamp\n1,2024-01-01T00:00:00Z\n", to: "rows.csv")
            let result = try await export(workspace, features: "s:a,p/s:a")
            #expect(result.code == 2)
            #expect(result.errors.contains("s:a") && result.errors.contains("p/s:a") && result.errors.contains("s__a"))
        }
    }

    @Test("an unknown reference is not found", .timeLimit(.minutes(1)))
    func unknownReference() async throws {
        try await SmallSet.lend { workspace in
            try workspace.write("id,event_timestamp\n1,2024-01-01T00:00:00Z\n", to: "rows.csv")
            let result = try await export(workspace, features: "p/s:zz")
            #expect(result.code == 5)
            #expect(result.errors.contains("zz"))
            #expect(try await workspace.json("exports", "list").items.isEmpty)
            let online = try await workspace.run("online", "get", "id=1", "--features", "p/other:a")
            #expect(online.code == 5)
            #expect(online.errors.contains("other"))
        }
    }

    @Test("an output that exists is replaced only when confirmed", .timeLimit(.minutes(1)))
    func outputExists() async throws {
        try await SmallSet.lend { workspace in
            try workspace.write("id,event_timestamp\n1,2024-01-01T00:00:00Z\n", to: "rows.csv")
            try workspace.write("precious", to: "out.csv")
            let result = try await export(workspace, features: "p/s:a")
            #expect(result.code == 6)
            #expect(result.errors.contains("out.csv exists") && result.errors.contains("--yes"))
            #expect(try workspace.folder.text(of: "out.csv") == "precious")
            #expect(try await export(workspace, features: "p/s:a", "--yes").code == 0)
            #expect(try workspace.folder.text(of: "out.csv") != "precious")
        }
    }

    @Test("an immutable change is refused, all or nothing", .timeLimit(.minutes(1)))
    func immutableChange() async throws {
        try await SmallSet.lend { workspace in
            let other = SmallSet.document.replacing("name: s\n", with: "name: t\n")
            let changed = SmallSet.document.replacing(
                "{name: id, valueType: INT64}", with: "{name: id, valueType: STRING}")
            let file = try workspace.write(other + "\n---\n" + changed, to: "change.yaml")
            let result = try await workspace.run("fs", "apply", "-f", file, "--yes")
            #expect(result.code == 6)
            #expect(result.errors.contains("change.yaml:") && result.errors.contains("p/s"))
            #expect(result.errors.contains("entities cannot change"))
            #expect(try await workspace.run("fs", "list", "-o", "name").output == "p/s\n")
        }
    }

    @Test("a change that nobody confirmed is refused", .timeLimit(.minutes(1)))
    func unconfirmed() async throws {
        try await WorkspaceOfTest.lend { workspace in
            let file = try workspace.write(SmallSet.document, to: "sets.yaml")
            let result = try await workspace.run("fs", "apply", "-f", file)
            #expect(result.code == 6)
            #expect(result.errors.contains("--yes"))
            #expect(try await workspace.json("fs", "list").items.isEmpty)
        }
    }

    @Test("a read-only workspace refuses every change", .timeLimit(.minutes(1)))
    func readOnly() async throws {
        try await SmallSet.lend { workspace in
            try workspace.write(SmallSet.header + SmallSet.row(1), to: "rows.csv")
            let file = try workspace.write(
                SmallSet.document.replacing("maxAge: 3600s", with: "maxAge: 60s"), to: "c.yaml")
            for words in [
                ["fs", "apply", "-f", file, "--yes"], ["ingest", workspace.path("rows.csv"), "--feature-set", "p/s"],
                ["projects", "create", "other", "--yes"], ["jobs", "start", "--store", "online", "--yes"],
            ] {
                let result = try await workspace.run(words + ["--read-only"])
                #expect(result.code == 6, "\(words)")
                #expect(result.errors.contains("read-only"), "\(words): \(result.errors)")
            }
            #expect(try await workspace.json("fs", "get", "p/s")["maxAgeSeconds"] == .integer(3600))
            #expect(workspace.workers.isEmpty)
        }
    }

    @Test(
        "wrong usage is exit code 2",
        arguments: [
            ["frobnicate"], ["online", "get"], ["stores", "get"], ["jobs", "list", "-o", "xml"], [], ["worker"],
        ])
    func wrongUsage(_ words: [String]) async throws {
        try await WorkspaceOfTest.lend { workspace in
            let result = try await workspace.run(words)
            #expect(result.code == 2)
            #expect(result.output.isEmpty)
            #expect(result.errors.uppercased().contains("USAGE: LARDER"))
        }
    }

    private func export(
        _ workspace: WorkspaceOfTest, features: String, _ more: String...
    ) async throws -> CommandResult {
        try await workspace.run(
            [
                "exports", "start", "--rows", workspace.path("rows.csv"), "--features", features, "--out",
                workspace.path("out.csv"), "--wait",
            ] + more)
    }
}
