import CursesTerminal
import FaultKit
import Foundation
import Testing
import TextCanvas

@Suite("A terminal whose program dies")
struct TerminalCrashTests {
    /// Takes the terminal at a path, as the program that is about to die.
    private static func take(_ path: String) throws -> CursesTerminal {
        let descriptor = open(path, O_RDWR | O_NOCTTY)
        return try CursesTerminal(
            input: descriptor, output: descriptor, environment: ["TERM": "xterm-256color"])
    }

    private static func path(of pty: PseudoTerminal) throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(pty.terminal)")
    }

    private static func expectRestored(_ pty: PseudoTerminal, _ before: TerminalSettings?) async throws {
        let screen = try await pty.waitUntil("the main screen") {
            !$0.isAlternate && $0.isCursorVisible && !$0.modes.contains(2004)
        }
        #expect(screen.modes.isDisjoint(with: [1000, 1006, 1049]))
        #expect(pty.output.count > 20)
        #expect(pty.settings == before)
    }

    @Test("abort() leaves a usable terminal")
    func aborts() async throws {
        let pty = try PseudoTerminal(columns: 40, rows: 5)
        let before = pty.settings
        let path = try Self.path(of: pty)
        await #expect(processExitsWith: .signal(SIGABRT)) { [path = path as String] in
            let terminal = try TerminalCrashTests.take(path)
            withExtendedLifetime(terminal) { abort() }
        }
        try await Self.expectRestored(pty, before)
    }

    @Test("a Swift trap leaves a usable terminal")
    func traps() async throws {
        let pty = try PseudoTerminal(columns: 40, rows: 5)
        let before = pty.settings
        let path = try Self.path(of: pty)
        await #expect(processExitsWith: .failure) { [path = path as String] in
            let terminal = try TerminalCrashTests.take(path)
            withExtendedLifetime(terminal) { preconditionFailure("a mistake") }
        }
        try await Self.expectRestored(pty, before)
    }

    @Test("exit() leaves a usable terminal")
    func exits() async throws {
        let pty = try PseudoTerminal(columns: 40, rows: 5)
        let before = pty.settings
        let path = try Self.path(of: pty)
        await #expect(processExitsWith: .exitCode(7)) { [path = path as String] in
            let terminal = try TerminalCrashTests.take(path)
            withExtendedLifetime(terminal) { exit(7) }
        }
        try await Self.expectRestored(pty, before)
    }

    @Test("a program that does not answer the first SIGTERM dies of the second, with a usable terminal")
    func terminatesTwice() async throws {
        let pty = try PseudoTerminal(columns: 40, rows: 5)
        let before = pty.settings
        let path = try Self.path(of: pty)
        await #expect(processExitsWith: .signal(SIGTERM)) { [path = path as String] in
            let terminal = try TerminalCrashTests.take(path)
            withExtendedLifetime(terminal) {
                kill(getpid(), SIGTERM)
                #expect(terminal.wait(wakeDescriptor: nil, milliseconds: nil) == [.closed])
                kill(getpid(), SIGTERM)
                while true { pause() }
            }
        }
        try await Self.expectRestored(pty, before)
    }
}
