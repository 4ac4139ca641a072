import CursesTerminal
import FaultKit
import Foundation
import Testing
import TextCanvas

/// Everything here uses ncurses, of which a process has one.
@Suite("The curses terminal", .serialized)
struct CursesTerminalTests {
    // MARK: Showing

    @Test(
        "what is presented stands on the screen, on every kind of terminal",
        arguments: [
            "xterm-256color", "xterm", "xterm-16color", "xterm-direct", "linux", "tmux-256color", "screen-256color",
            "screen", "rxvt-unicode-256color", "vt220", "vt100", "alacritty",
        ])
    func shows(_ term: String) async throws {
        let fixture = try TerminalFixture(term: term)
        fixture.show([
            "┌──────────────────┐", "│ Largest: é, õ, ß │", "└──────────────────┘", "", "end in the corner 20",
        ])
        let first = try await fixture.pty.waitForText("end in the corner 20")
        #expect(
            first.lines == [
                "┌──────────────────┐", "│ Largest: é, õ, ß │", "└──────────────────┘", "", "end in the corner 20",
            ])
        fixture.show(["one", "", "three", "four"])
        let second = try await fixture.pty.waitUntil("the second canvas") { $0.lines[3] == "four" && $0.lines[4] == "" }
        #expect(second.lines == ["one", "", "three", "four", ""])
    }

    @Test("an unchanged canvas sends nothing, a changed cell only itself")
    func differences() async throws {
        let fixture = try TerminalFixture(columns: 80, rows: 24)
        let lines = (0..<24).map { String(repeating: String($0 % 10), count: 80) }
        fixture.show(lines)
        let first = try await fixture.settle().count
        fixture.show(lines)
        let second = try await fixture.settle().count
        #expect(second == first + TerminalFixture.marker.count)
        var changed = lines
        changed[12] = "12345" + lines[12].dropFirst(5)
        fixture.show(changed)
        let third = try await fixture.settle().count
        #expect((1...40).contains(third - second - TerminalFixture.marker.count))
        #expect(fixture.pty.screen.lines == changed)
    }

    @Test("after invalidate everything is sent again")
    func invalidate() async throws {
        let fixture = try TerminalFixture()
        fixture.show(["hello"])
        try await fixture.settle()
        fixture.terminal.invalidate()
        fixture.show(["hello"])
        let output = try await fixture.settle()
        #expect(String(decoding: output, as: UTF8.self).split(separator: "hello").count == 3)
        #expect(fixture.pty.screen.lines[0] == "hello")
    }

    @Test("wide glyphs and marks keep their columns, and hostile text steers nothing")
    func wide() async throws {
        let fixture = try TerminalFixture()
        var canvas = Canvas(size: fixture.terminal.size)
        func put(_ text: String, _ column: Int, _ row: Int, continuation: Bool = false) {
            canvas[Position(column: column, row: row)] = Cell(text: text, isContinuation: continuation)
        }
        put("漢", 0, 0)
        put("", 1, 0, continuation: true)
        put("e\u{301}", 2, 0)
        put("字", 18, 0)
        put("", 19, 0, continuation: true)
        put("漢", 19, 1)
        put("\u{1B}[2J", 0, 2)
        put("\u{7}", 1, 2)
        fixture.terminal.present(canvas, style: { _, _ in TextStyle() }, cursor: nil)
        try await fixture.settle()
        #expect(
            fixture.pty.screen.lines.prefix(3) == [
                "漢e\u{301}               字", "                   \u{FFFD}", "\u{FFFD}\u{FFFD}",
            ])
        put("x", 0, 0)
        put("y", 1, 0)
        put("漢", 17, 0)
        put("", 18, 0, continuation: true)
        put("z", 19, 0)
        fixture.terminal.present(canvas, style: { _, _ in TextStyle() }, cursor: nil)
        try await fixture.settle()
        #expect(fixture.pty.screen.lines[0] == "xye\u{301}              漢z")
    }

    @Test("a canvas of another size is clipped or padded")
    func otherSize() async throws {
        let fixture = try TerminalFixture(columns: 5, rows: 2)
        var canvas = Canvas(size: Size(columns: 9, rows: 1))
        for column in 0..<9 { canvas[Position(column: column, row: 0)] = Cell(text: "\(column)") }
        fixture.terminal.present(canvas, style: { _, _ in TextStyle() }, cursor: nil)
        try await fixture.settle()
        #expect(fixture.pty.screen.lines == ["01234", ""])
    }

    @Test("the cursor is where it was put, or hidden")
    func cursor() async throws {
        let fixture = try TerminalFixture()
        fixture.show(["hello"], cursor: Position(column: 3, row: 2))
        try await fixture.settle()
        #expect(fixture.pty.screen.isCursorVisible)
        #expect(fixture.pty.screen.cursorColumn == 3 && fixture.pty.screen.cursorRow == 2)
        fixture.show(["hello"], cursor: nil)
        try await fixture.settle()
        #expect(!fixture.pty.screen.isCursorVisible)
        fixture.show(["hello"], cursor: Position(column: 99, row: 99))
        try await fixture.settle()
        #expect(fixture.pty.screen.cursorColumn == 19 && fixture.pty.screen.cursorRow == 4)
    }

    // MARK: Colours

    @Test(
        "the depth is what the terminal describes, and NO_COLOR and --color have their say",
        arguments: [
            ("xterm-256color", [:], .auto, .indexed256), ("xterm-direct", [:], .auto, .trueColor),
            ("xterm-256color", ["COLORTERM": "truecolor"], .auto, .indexed256), ("xterm", [:], .auto, .ansi16),
            ("linux", [:], .auto, .ansi16), ("xterm-16color", [:], .auto, .ansi16), ("vt100", [:], .auto, .none),
            ("xterm-256color", ["NO_COLOR": "1"], .auto, .none),
            ("xterm-256color", ["NO_COLOR": ""], .auto, .indexed256),
            ("xterm-256color", ["NO_COLOR": "1"], .always, .indexed256), ("xterm-256color", [:], .never, .none),
        ] as [(String, [String: String], ColorPolicy, ColorDepth)])
    func depth(_ term: String, _ environment: [String: String], _ policy: ColorPolicy, _ depth: ColorDepth) throws {
        let fixture = try TerminalFixture(term: term, environment: environment, colors: policy)
        #expect(fixture.terminal.depth == depth)
    }

    private static func colorful(_ role: Role, _ surface: Role?) -> TextStyle {
        TextStyle(foreground: .indexed(201), background: .rgb(red: 255, green: 128, blue: 0), attributes: [.bold])
    }

    @Test("colours are sent as the terminal takes them, and the palette is left alone")
    func colors() async throws {
        let many = try TerminalFixture()
        many.show(["x"]) { _, _ in TextStyle(foreground: .indexed(201), background: .indexed(22)) }
        let output = String(decoding: try await many.settle(), as: UTF8.self)
        #expect(output.contains("38;5;201") && output.contains("48;5;22"))
        #expect(!output.contains("\u{1B}]4;"))
        many.terminal.restore()
        let direct = try TerminalFixture(term: "xterm-direct")
        direct.show(["x"], style: Self.colorful)
        let exact = String(decoding: try await direct.settle(), as: UTF8.self)
        #expect(exact.contains("48:2::255:128:0") && exact.contains("38:2::255:0:255"))
        direct.terminal.restore()
        let few = try TerminalFixture(term: "xterm")
        few.show(["x"]) { _, _ in TextStyle(foreground: .indexed(9), background: .indexed(4)) }
        let basic = String(decoding: try await few.settle(), as: UTF8.self)
        #expect(basic.contains("\u{1B}[31m") && basic.contains("\u{1B}[44m"))
    }

    @Test("with NO_COLOR attributes are sent and no colour")
    func noColor() async throws {
        let fixture = try TerminalFixture(environment: ["NO_COLOR": "1"])
        fixture.show(["x"], style: Self.colorful)
        let output = String(decoding: try await fixture.settle(), as: UTF8.self)
        let renditions = output.matches(of: /\u{1B}\[([0-9;:]*)m/).map { String($0.1) }
        #expect(renditions.contains { $0.split(separator: ";").contains("1") })
        #expect(renditions.allSatisfy { $0.split(separator: ";").allSatisfy { (Int($0) ?? 0) < 30 } })
    }

    @Test("more colours than the terminal has pairs for lose their colour, never their text")
    func pairs() async throws {
        let fixture = try TerminalFixture(term: "linux", columns: 60, rows: 1)
        var canvas = Canvas(size: fixture.terminal.size)
        for (column, role) in Role.allCases.enumerated() {
            canvas[Position(column: column, row: 0)] = Cell(text: "x", role: role)
        }
        for round in 0..<3 {
            fixture.terminal.present(
                canvas,
                style: { role, _ in
                    let index = Role.allCases.firstIndex(of: role) ?? 0
                    return TextStyle(
                        foreground: .indexed(UInt8((index + round) % 8)), background: .indexed(UInt8(index / 8)))
                }, cursor: nil)
        }
        let wanted = String(repeating: "x", count: Role.allCases.count)
        try await fixture.pty.waitForText(wanted)
    }

    // MARK: Input

    @Test(
        "keys arrive as keys, on every kind of terminal",
        arguments: ["xterm-256color", "linux", "tmux-256color", "screen-256color", "rxvt-unicode-256color"])
    func keys(_ term: String) throws {
        let fixture = try TerminalFixture(term: term)
        #expect(
            fixture.events(typing: "a漢\u{3}\u{1B}[1~\u{1B}OH\u{1B}[6~\u{1B}[B\r", count: 8) == [
                .key(.character("a")), .key(.character("漢")), .key(.control("c")), .key(.home), .key(.home),
                .key(.pageDown), .key(.down), .key(.enter),
            ])
        #expect(fixture.events(typing: "\u{1B}") == [.key(.escape)])
    }

    @Test("a paste is one event, and the mouse another")
    func pasteAndMouse() async throws {
        let fixture = try TerminalFixture()
        try await fixture.settle()
        #expect(fixture.pty.screen.modes.isSuperset(of: [2004, 1000, 1006]))
        #expect(fixture.events(typing: "\u{1B}[200~two\rlines\u{1B}[201~") == [.paste("two\nlines")])
        let place = Position(column: 4, row: 2)
        #expect(
            fixture.events(typing: "\u{1B}[<0;5;3M\u{1B}[<0;5;3m\u{1B}[<65;5;3M", count: 2) == [
                .mouse(MouseEvent(action: .click, position: place)),
                .mouse(MouseEvent(action: .wheelDown, position: place)),
            ])
    }

    @Test(
        "a terminal that tells its background is understood, and one that cannot is not waited for",
        arguments: [
            ("\u{1B}]11;rgb:1c1c/1d1d/ffff\u{1B}\\\u{1B}[?62;4c", .rgb(red: 0x1C, green: 0x1D, blue: 0xFF)),
            ("\u{1B}]11;rgb:f/0/8\u{7}\u{1B}[?1;2c", .rgb(red: 255, green: 0, blue: 136)),
            ("\u{1B}[?1;2c", nil), ("\u{1B}]11;rgb:f/0\u{7}\u{1B}[?6c", nil),
        ] as [(String, TerminalColor?)])
    func background(_ answer: String, _ color: TerminalColor?) async throws {
        let fixture = try TerminalFixture()
        fixture.pty.type("q" + answer)
        fixture.terminal.askBackground()
        #expect(fixture.terminal.background(within: TerminalFixture.limit) == color)
        #expect(fixture.events(typing: "") == [.key(.character("q"))])
        try await fixture.pty.waitUntil("the question") { $0.systemCommands == ["11;?"] }
    }

    @Test("a silent terminal, and one that would print the question, tell no background")
    func noBackground() throws {
        let silent = try TerminalFixture()
        silent.terminal.askBackground()
        #expect(silent.terminal.background(within: 0) == nil)
        silent.terminal.restore()
        let console = try TerminalFixture(term: "linux")
        console.terminal.askBackground()
        #expect(console.terminal.background(within: TerminalFixture.limit) == nil)
    }

    @Test("a background that is told late is an event, once, among the keys")
    func lateBackground() throws {
        let fixture = try TerminalFixture()
        fixture.terminal.askBackground()
        #expect(fixture.terminal.background(within: 0) == nil)
        let events = fixture.events(typing: "q\u{1B}]11;rgb:ff/ff/ff\u{7}", count: 2)
        #expect(events == [.key(.character("q")), .background(.rgb(red: 255, green: 255, blue: 255))])
        #expect(fixture.events(typing: "\u{1B}]11;rgb:00/00/00\u{7}j") == [.key(.character("j"))])
    }

    @Test("waiting ends at its limit, and at once when woken")
    func wakes() throws {
        let fixture = try TerminalFixture()
        #expect(fixture.terminal.wait(wakeDescriptor: nil, milliseconds: 1) == [])
        let wake = Pipe()
        try wake.fileHandleForWriting.write(contentsOf: Data([1]))
        #expect(
            fixture.terminal.wait(wakeDescriptor: wake.fileHandleForReading.fileDescriptor, milliseconds: nil) == [])
    }

    @Test("a new size of the window is an event, and what is presented next fills it")
    func resize() async throws {
        let fixture = try TerminalFixture()
        fixture.show(["hello"])
        try await fixture.settle()
        fixture.pty.resize(columns: 30, rows: 8)
        // Not our controlling terminal: the kernel tells nobody, so the test does.
        kill(getpid(), SIGWINCH)
        let size = Size(columns: 30, rows: 8)
        #expect(fixture.terminal.wait(wakeDescriptor: nil, milliseconds: TerminalFixture.limit) == [.resized(size)])
        #expect(fixture.terminal.size == size)
        fixture.show(["hello", "", "", "", "", "", "", String(repeating: "x", count: 30)])
        try await fixture.settle()
        #expect(fixture.pty.screen.lines.last == String(repeating: "x", count: 30))
        fixture.pty.resize(columns: 1, rows: 1)
        kill(getpid(), SIGWINCH)
        #expect(
            fixture.terminal.wait(wakeDescriptor: nil, milliseconds: TerminalFixture.limit)
                == [.resized(Size(columns: 1, rows: 1))])
        fixture.show(["z"])
        try await fixture.settle()
        #expect(fixture.pty.screen.lines == ["z"])
    }

    @Test("losing the terminal, or being asked to end, closes it", arguments: [SIGTERM, SIGHUP])
    func closes(_ signal: Int32) throws {
        let asked = try TerminalFixture()
        kill(getpid(), signal)
        #expect(asked.terminal.wait(wakeDescriptor: nil, milliseconds: TerminalFixture.limit) == [.closed])
        #expect(asked.terminal.terminatingSignal == signal)
        asked.terminal.restore()
        let lost = try TerminalFixture()
        #expect(lost.terminal.terminatingSignal == nil)
        lost.pty.hangUp()
        #expect(lost.terminal.wait(wakeDescriptor: nil, milliseconds: TerminalFixture.limit) == [.closed])
    }

    // MARK: Giving back

    @Test("restore puts back modes, screen and cursor, and may be called twice")
    func restore() async throws {
        let pty = try PseudoTerminal(columns: 20, rows: 3)
        let before = pty.settings
        let fixture = try TerminalFixture()
        let own = try #require(fixture.pty.settings)
        #expect(!own.isCanonical && !own.isEchoing && own != before)
        fixture.show(["hello"])
        try await fixture.settle()
        #expect(fixture.pty.screen.isAlternate)
        fixture.terminal.restore()
        fixture.terminal.restore()
        #expect(fixture.pty.settings == before)
        let after = try await fixture.pty.waitUntil("the main screen") { !$0.isAlternate && $0.isCursorVisible }
        #expect(after.lines == ["", "", "", "", ""])
        #expect(after.modes.isDisjoint(with: [2004, 1000, 1006, 1049, 1]))
        fixture.show(["ignored"])
        #expect(fixture.terminal.wait(wakeDescriptor: nil, milliseconds: 0) == [.closed])
        #expect(!fixture.terminal.copyToClipboard("x"))
    }

    @Test("while suspended the terminal is as the shell left it; afterwards everything is back")
    func suspended() async throws {
        let before = try PseudoTerminal(columns: 20, rows: 5).settings
        let fixture = try TerminalFixture()
        fixture.show(["hello"])
        try await fixture.settle()
        var inside: TerminalSettings?
        fixture.terminal.suspended { inside = fixture.pty.settings }
        #expect(inside == before)
        try await fixture.settle()
        #expect(fixture.pty.screen.isAlternate && fixture.pty.screen.lines[0] == "hello")
        #expect(fixture.pty.screen.modes.isSuperset(of: [2004, 1000, 1006]))
        #expect(fixture.pty.settings?.isCanonical == false)
        let output = String(decoding: fixture.pty.output, as: UTF8.self)
        #expect(output.components(separatedBy: "\u{1B}[?1049h").count == 3 && output.contains("\u{1B}[?1049l"))
        #expect(fixture.events(typing: "q") == [.key(.character("q"))])
    }

    @Test("the terminal is restored when the object goes away, fifty times over")
    func release() throws {
        let pty = try PseudoTerminal(columns: 20, rows: 5)
        let before = pty.settings
        for _ in 0..<50 {
            let terminal = try CursesTerminal(
                input: pty.terminal, output: pty.terminal, environment: ["TERM": "xterm-256color"])
            #expect(terminal.size == Size(columns: 20, rows: 5))
        }
        #expect(pty.settings == before)
    }

    // MARK: Errors

    @Test("a terminal that cannot be used is an error that says what to do, and is left alone")
    func refusals() throws {
        let pty = try PseudoTerminal(columns: 20, rows: 5)
        func open(_ environment: [String: String], input: Int32? = nil) -> CursesTerminalError? {
            do throws(CursesTerminalError) {
                _ = try CursesTerminal(input: input ?? pty.terminal, output: pty.terminal, environment: environment)
                return nil
            } catch { return error }
        }
        #expect(open([:]) == .nameMissing)
        #expect(open(["TERM": "no-such-terminal"]) == .unknownTerminal("no-such-terminal"))
        #expect(open(["TERM": "dumb"]) == .cursorCannotMove("dumb"))
        let pipe = Pipe()
        #expect(open(["TERM": "xterm"], input: pipe.fileHandleForReading.fileDescriptor) == .notATerminal)
        #expect(pty.output.isEmpty)
        #expect(pty.settings?.isCanonical == true)
        let first = try CursesTerminal(input: pty.terminal, output: pty.terminal, environment: ["TERM": "xterm"])
        #expect(open(["TERM": "xterm"]) == .busy)
        first.restore()
        #expect(open(["TERM": "xterm"]) == nil)
    }

    @Test("a window without a size gets the one of the terminal's description")
    func noSize() throws {
        let fixture = try TerminalFixture(columns: 0, rows: 0)
        #expect(fixture.terminal.size == Size(columns: 80, rows: 24))
    }
}
