import FaultKit
import Foundation
import Testing

/// `larder demo` without a terminal.
@Suite(.serialized) struct DemoCommandLineTests {
    @Test(
        "the demo suggests commands that work; a second run changes nothing; fresh deletes only its own",
        .timeLimit(.minutes(3)))
    func demo() async throws {
        try await WorkspaceOfTest.lend { workspace in
            let first = try await workspace.run("demo")
            #expect(first.code == 0, "\(first.errors)")
            #expect(first.errors.contains("making the demo's workspace"))
            try await runSuggestions(first.output, in: workspace)
            try await checkSecondRun(workspace, suggestions: first.output)
            try await checkFresh(workspace)
        }
    }

    private func runSuggestions(_ text: String, in workspace: WorkspaceOfTest) async throws {
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.count == 7)
        for line in lines.dropLast() {
            let (ending, output, errors) = try await ChildProcess.run(
                "/bin/sh", ["-c", line], environment: workspace.environment, directory: workspace.folder.path)
            #expect(ending == .exited(0), "\(line): \(errors)")
            #expect(!output.isEmpty, "\(line)")
        }
        // The last one opens the console, which needs a terminal.
        #expect(lines.last?.hasSuffix("larder --workspace \(workspace.directory)") == true)
    }

    private func checkSecondRun(_ workspace: WorkspaceOfTest, suggestions: String) async throws {
        let before = try await workspace.json("jobs", "list").items.map { [$0["id"], $0["rowsRead"]] }
        let second = try await workspace.run("demo")
        #expect(second.code == 0)
        #expect(second.output == suggestions)
        #expect(second.errors.isEmpty, "nothing is made again")
        let after = try await workspace.json("jobs", "list").items.map { [$0["id"], $0["rowsRead"]] }
        #expect(after == before)
    }

    private func checkFresh(_ workspace: WorkspaceOfTest) async throws {
        try workspace.write("mine", to: "workspace/notes.txt")
        let before = try await workspace.json("jobs", "list").items.map { $0["id"] }
        let fresh = try await workspace.run("demo", "--fresh")
        #expect(fresh.code == 0, "\(fresh.errors)")
        #expect(try workspace.folder.text(of: "workspace/notes.txt") == "mine")
        #expect(workspace.has("workspace/training.csv"), "what the operator exported stays")
        let jobs = try await workspace.json("jobs", "list").items
        #expect(Set(jobs.map { $0["id"] }).isDisjoint(with: before))
        #expect(jobs.count == 2)
    }

    @Test("a workspace that the demo did not make is left alone", .timeLimit(.minutes(1)))
    func foreignWorkspace() async throws {
        try await WorkspaceOfTest.lend(configuration: "project: mine\n") { workspace in
            for words in [["demo"], ["demo", "--fresh"]] {
                let result = try await workspace.run(words)
                #expect(result.code == 6)
                #expect(result.errors.contains(workspace.directory))
                #expect(try workspace.folder.names() == ["workspace"])
                #expect(try workspace.folder.text(of: "workspace/larder.yaml") == "project: mine\n")
            }
        }
    }
}
