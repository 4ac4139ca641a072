import FaultKit
import Foundation
import Testing

/// The real program on a pseudo-terminal, as an operator uses it.
@Suite(.serialized) struct ConsoleJourneyTests {
    private static let enter = "\r"
    private static let escape = "\u{1B}"

    @Test(
        "an operator opens the console, filters, looks into a store and a feature set, and quits",
        .timeLimit(.minutes(2)))
    func journey() async throws {
        try await filled { workspace in
            let terminal = try console(on: workspace)
            let before = try PseudoTerminal(columns: 80, rows: 24).settings
            try await terminal.waitUntil("the stores") { screen in
                screen.isAlternate && screen.text.contains("Stores [2]") && screen.text.contains("historical")
            }
            #expect(terminal.settings?.isCanonical == false && terminal.settings?.isEchoing == false)

            terminal.type("/histo\r")
            try await terminal.waitUntil("the filtered stores") { screen in
                screen.text.contains("[1 of 2]") && screen.text.contains("historical")
            }
            terminal.type(Self.escape)
            try await terminal.waitUntil("all stores") { $0.text.contains("Stores [2]") }

            terminal.type(Self.enter)
            try await terminal.waitUntil("a store's own view") { $0.text.contains("p/s") }
            terminal.type("3")
            try await terminal.waitUntil("the feature sets") { screen in
                screen.text.contains("Feature sets [1]") && !screen.text.contains("Subscriptions")
            }
            terminal.type(Self.enter)
            try await terminal.waitUntil("the schema") { $0.text.contains("INT64") && $0.text.contains("DOUBLE") }

            try await inspect(terminal)
            try await export(terminal, workspace)
            terminal.resize(columns: 120, rows: 40)
            try await terminal.waitUntil("the wide screen") { $0.columns == 120 && $0.text.contains("done") }
            terminal.resize(columns: 40, rows: 10)
            try await terminal.waitUntil("the narrow screen") { $0.columns == 40 && !$0.text.isEmpty }

            terminal.type(":q\r")
            #expect(try await terminal.waitForExit() == .exited(0))
            #expect(terminal.settings == before)
            #expect(!terminal.screen.isAlternate && terminal.screen.isCursorVisible)
            #expect(!workspace.workers.isEmpty, "quitting the console stops nothing")
        }
    }

    /// Asks for an online value, and why it is what it is.
    private func inspect(_ terminal: PseudoTerminal) async throws {
        terminal.type(":get id=1 p/s:a\r")
        try await terminal.waitUntil("the online value") { $0.text.contains("41") && $0.text.contains("present") }
        terminal.type("x")
        try await terminal.waitUntil("the why card") { $0.text.contains("Why: ") && $0.text.contains("1 ok") }
    }

    /// Goes through the steps of a new export, starts it, and sees it done.
    private func export(_ terminal: PseudoTerminal, _ workspace: WorkspaceOfTest) async throws {
        terminal.type(":export new\r")
        try await terminal.waitForText("step 1/5")
        terminal.type("\(workspace.path("keys.csv"))\r")
        try await terminal.waitUntil("the features") { $0.text.contains("step 2/5") && $0.text.contains("p/s:a") }
        terminal.type(" \r")
        try await terminal.waitUntil("the preview") { $0.text.contains("step 3/5") && $0.text.contains("joined in") }
        terminal.type("\r")
        try await terminal.waitForText("step 4/5")
        terminal.type("\(workspace.path("training.csv"))\r")
        try await terminal.waitForText("step 5/5")
        terminal.type("\r")
        try await terminal.waitForText("Start this export?")
        terminal.type("y")
        try await terminal.waitUntil("the end of the export") { !$0.text.contains("step 5/5") }
        terminal.type(":exports\r")
        try await terminal.waitUntil("the export done") { $0.text.contains("done") && $0.text.contains("exp-") }
        #expect(try workspace.folder.text(of: "training.csv").hasSuffix("2024-01-01T00:00:00Z,1,41\n"))
    }

    @Test("a request to terminate restores the terminal", .timeLimit(.minutes(1)))
    func terminated() async throws {
        try await filled { workspace in
            let before = try PseudoTerminal(columns: 80, rows: 24).settings
            let terminal = try console(on: workspace)
            try await terminal.waitForText("historical")
            terminal.send(signal: SIGTERM)
            #expect(try await terminal.waitForExit() == .exited(128 + SIGTERM))
            #expect(terminal.settings == before)
            #expect(!terminal.screen.isAlternate && terminal.screen.isCursorVisible)
        }
    }

    @Test("a workspace that cannot be opened is told on a terminal in order", .timeLimit(.minutes(1)))
    func brokenWorkspace() async throws {
        try await WorkspaceOfTest.lend(configuration: "stoers: []\n") { workspace in
            let before = try PseudoTerminal(columns: 200, rows: 24).settings
            let terminal = try console(on: workspace, columns: 200)
            #expect(try await terminal.waitForExit() == .exited(2))
            #expect(terminal.screen.text.contains("larder.yaml:1:1: stoers: unknown key; did you mean stores?"))
            #expect(terminal.settings == before)
        }
    }

    private func console(on workspace: WorkspaceOfTest, columns: Int = 80) throws -> PseudoTerminal {
        try PseudoTerminal(
            executable: WorkspaceOfTest.program, environment: workspace.environment, columns: columns, rows: 24)
    }

    private func filled(_ body: (WorkspaceOfTest) async throws -> Void) async throws {
        try await SmallSet.lend(configuration: "project: p\nas_of: 2024-01-01T00:10:00Z\n") { workspace in
            try workspace.write(SmallSet.header + SmallSet.row(1, a: "41") + SmallSet.row(2), to: "rows.csv")
            #expect(try await workspace.ingest("rows.csv").code == 0)
            try workspace.write("id,event_timestamp\n1,2024-01-01T00:00:00Z\n", to: "keys.csv")
            try await body(workspace)
        }
    }
}
