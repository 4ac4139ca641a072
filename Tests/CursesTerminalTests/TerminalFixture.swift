import CursesTerminal
import FaultKit
import Testing
import TextCanvas

/// A curses terminal of this process on a pseudo-terminal.
///
/// What is typed is in the terminal's queue when `type` returns, so `wait` answers at once; its limit is for failures.
struct TerminalFixture {
    static let limit = 20_000
    let pty: PseudoTerminal
    let terminal: CursesTerminal

    init(
        term: String = "xterm-256color", columns: Int = 20, rows: Int = 5, environment: [String: String] = [:],
        colors: ColorPolicy = .auto
    ) throws {
        pty = try PseudoTerminal(columns: columns, rows: rows)
        terminal = try CursesTerminal(
            input: pty.terminal, output: pty.terminal,
            environment: ["TERM": term, "LANG": "C.UTF-8"].merging(environment) { $1 }, colors: colors)
    }

    /// Types text and answers the next events, as many as asked for.
    func events(typing text: String, count: Int = 1) -> [TerminalEvent] {
        pty.type(text)
        var events: [TerminalEvent] = []
        while events.count < count {
            let next = terminal.wait(wakeDescriptor: nil, milliseconds: Self.limit)
            if next.isEmpty { break }
            events += next
        }
        return events
    }

    /// Shows lines of narrow text.
    func show(_ lines: [String], cursor: Position? = nil, style: (Role, Role?) -> TextStyle = { _, _ in TextStyle() }) {
        var canvas = Canvas(size: terminal.size)
        for (row, line) in lines.enumerated() {
            for (column, character) in line.enumerated() {
                canvas[Position(column: column, row: row)] = Cell(text: String(character))
            }
        }
        terminal.present(canvas, style: style, cursor: cursor)
    }

    /// Waits until all that was written has been read: a marker that draws nothing comes out last.
    ///
    /// - Returns: everything written so far, the marker left out.
    @discardableResult
    func settle() async throws -> [UInt8] {
        let before = pty.screen.systemCommands.count
        #expect(terminal.copyToClipboard("m"), "this terminal takes no marker")
        try await pty.waitUntil("the marker") { $0.systemCommands.count > before }
        return pty.output.dropLast(Self.marker.count)
    }

    /// Leaves out what `settle` itself sends.
    static let marker = Array("\u{1B}]52;c;bQ==\u{7}".utf8)
}
