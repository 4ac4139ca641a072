import FaultKit
import Foundation
import Testing

@Suite("The pseudo-terminal of the tests")
struct PseudoTerminalTests {
    private static func shell(_ script: String, columns: Int = 40, rows: Int = 5) throws -> PseudoTerminal {
        try PseudoTerminal(
            executable: "/bin/sh", arguments: ["-c", script],
            environment: ["TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "WORD": "given"], columns: columns,
            rows: rows)
    }

    @Test("a program gets the environment, the size and what is typed; its end and its code are seen")
    func program() async throws {
        let pty = try Self.shell("echo $WORD; stty size; read line; echo \"got $line\"; exit 3", columns: 33, rows: 7)
        try await pty.waitForText("given\n7 33")
        pty.type("hello\r")
        #expect(try await pty.waitForExit() == .exited(3))
        #expect(pty.screen.text.contains("got hello"))
        #expect(pty.process == nil)
    }

    @Test("a new size reaches the program as a signal")
    func resize() async throws {
        let pty = try Self.shell("trap 'stty size; exit 0' WINCH; echo ready; while :; do read line; done")
        try await pty.waitForText("ready")
        pty.resize(columns: 50, rows: 9)
        try await pty.waitForText("9 50")
        #expect(try await pty.waitForExit() == .exited(0))
    }

    @Test("a signal ends the program and is told")
    func signal() async throws {
        let pty = try Self.shell("echo ready; read line")
        try await pty.waitForText("ready")
        pty.send(signal: SIGKILL)
        #expect(try await pty.waitForExit() == .signaled(SIGKILL))
        pty.send(signal: SIGKILL)
    }

    @Test("taking the terminal away hangs the program up")
    func hangUp() async throws {
        let pty = try Self.shell("echo ready; read line")
        try await pty.waitForText("ready")
        pty.hangUp()
        #expect(try await pty.waitForExit() == .signaled(SIGHUP))
    }

    @Test("the modes of the terminal can be compared")
    func settings() async throws {
        let pty = try Self.shell("read go; stty raw -echo; echo ready; read go; stty sane; echo done; read go")
        let before = try #require(pty.settings)
        #expect(before.isCanonical && before.isEchoing)
        pty.type("\n")
        try await pty.waitForText("ready")
        let during = try #require(pty.settings)
        #expect(during != before && !during.isCanonical && !during.isEchoing)
        pty.type("\n")
        try await pty.waitForText("done")
        #expect(pty.settings?.isCanonical == true && pty.settings?.isEchoing == true)
        pty.send(signal: SIGKILL)
        _ = try await pty.waitForExit()
    }

    @Test("what does not come is told with the screen")
    func missing() async throws {
        let pty = try Self.shell("echo something else")
        let error = await #expect(throws: PseudoTerminalError.self) { try await pty.waitForText("hello") }
        #expect(error?.description == "exited(0) before the text 'hello'; the screen was:\nsomething else\n\n\n\n")
        let silent = try PseudoTerminal(columns: 3, rows: 1)
        let late = await #expect(throws: PseudoTerminalError.self) {
            try await silent.waitForText("x", within: .milliseconds(1))
        }
        #expect(late?.description == "the text 'x' did not come; the screen was:\n")
    }

    @Test("a program that cannot be started is an error, not a silent screen")
    func absent() {
        #expect(throws: PseudoTerminalError.self) {
            try PseudoTerminal(executable: "/nowhere/program", environment: [:])
        }
        #expect(throws: PseudoTerminalError.self) {
            try PseudoTerminal(executable: "/bin/true", environment: [:], directory: "/nowhere")
        }
    }
}
