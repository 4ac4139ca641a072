import FaultKit
import Testing

@Suite("The screen emulator of the tests")
struct ScreenEmulatorTests {
    private func screen(_ text: String, columns: Int = 10, rows: Int = 4) -> ScreenEmulator {
        var screen = ScreenEmulator(columns: columns, rows: rows)
        screen.feed(text.utf8)
        return screen
    }

    @Test("text runs to the edge, wraps only with the next glyph, and scrolls at the bottom")
    func wrapping() {
        let full = screen("0123456789")
        #expect(full.cursorColumn == 9 && full.cursorRow == 0)
        #expect(screen("0123456789a").lines == ["0123456789", "a", "", ""])
        #expect(screen("1\r\n2\r\n3\r\n4\r\n5").lines == ["2", "3", "4", "5"])
        #expect(screen("\u{1B}[?7l0123456789ab").lines[0] == "012345678b")
    }

    @Test(
        "the cursor goes where it is told and never off the screen",
        arguments: [
            ("\u{1B}[3;5H", 4, 2), ("\u{1B}[99;99H", 9, 3), ("\u{1B}[2;2H\u{1B}[A\u{1B}[D", 0, 0),
            ("\u{1B}[2B\u{1B}[3C", 3, 2), ("\u{1B}[4d\u{1B}[6G", 5, 3), ("ab\u{8}", 1, 0), ("ab\r", 0, 0),
            ("a\t", 8, 0), ("\u{1B}[3;3H\u{1B}7\u{1B}[H\u{1B}8", 2, 2), ("\u{1B}[9C\u{1B}[Z", 8, 0),
            ("0123456789\u{8}", 9, 0),
        ])
    func moving(_ text: String, _ column: Int, _ row: Int) {
        let result = screen(text)
        #expect(result.cursorColumn == column && result.cursorRow == row)
    }

    @Test(
        "erasing, inserting and deleting act from the cursor",
        arguments: [
            ("abcdef\u{1B}[1;3H\u{1B}[K", "ab"), ("abcdef\u{1B}[1;3H\u{1B}[1K", "   def"),
            ("abcdef\u{1B}[2K", ""), ("abcdef\u{1B}[1;2H\u{1B}[2X", "a  def"),
            ("abcdef\u{1B}[1;2H\u{1B}[2P", "adef"), ("abcdef\u{1B}[1;2H\u{1B}[2@", "a  bcdef"),
            ("abc\u{1B}[1;1H\u{1B}[4hxy\u{1B}[4l", "xyabc"), ("ab\u{1B}[3b", "abbbb"),
        ])
    func editing(_ text: String, _ line: String) {
        #expect(screen(text).lines[0] == line)
    }

    @Test("lines are inserted, deleted and scrolled within the region only")
    func regions() {
        let four = "1\r\n2\r\n3\r\n4"
        #expect(screen(four + "\u{1B}[2;1H\u{1B}[L").lines == ["1", "", "2", "3"])
        #expect(screen(four + "\u{1B}[2;1H\u{1B}[M").lines == ["1", "3", "4", ""])
        #expect(screen(four + "\u{1B}[2;3r\u{1B}[3;1H\n").lines == ["1", "3", "", "4"])
        #expect(screen(four + "\u{1B}[2;3r\u{1B}[2;1H\u{1B}M").lines == ["1", "", "2", "4"])
        #expect(screen(four + "\u{1B}[S").lines == ["2", "3", "4", ""])
        #expect(screen(four + "\u{1B}[2J").lines == ["", "", "", ""])
        #expect(screen(four + "\u{1B}[2;1H\u{1B}[J").lines == ["1", "", "", ""])
        #expect(screen(four + "\u{1B}[3;2H\u{1B}[1J").lines == ["", "", "", "4"])
    }

    @Test("wide glyphs take two cells, and half of one never stays behind")
    func wide() {
        let wide = screen("漢字")
        #expect(wide[column: 1, row: 0] == "" && wide[column: 2, row: 0] == "字" && wide.cursorColumn == 4)
        #expect(screen("漢字\u{1B}[1;2Hx").lines[0] == " x字")
        #expect(screen("漢字\u{1B}[1;3Hx").lines[0] == "漢x")
        #expect(screen("123456789漢").lines == ["123456789", "漢", "", ""])
        #expect(screen("e\u{301}x").lines[0] == "e\u{301}x")
    }

    @Test("the alternate screen leaves the main one as it was")
    func alternate() {
        let inside = screen("shell\u{1B}[?1049h\u{1B}[Happ")
        #expect(inside.isAlternate && inside.lines[0] == "app")
        let after = screen("shell\u{1B}[?1049happ\u{1B}[?1049l")
        #expect(!after.isAlternate && after.lines[0] == "shell" && after.cursorColumn == 5)
    }

    @Test("modes, colours, titles and the palette of the Linux console leave no text behind")
    func silent() {
        let result = screen(
            "\u{1B}[?25l\u{1B}[38;5;12;1ma\u{1B}[0m\u{1B}]0;title\u{7}\u{1B}]R\u{1B}]P0123456b\u{1B}(B\u{1B}[22;0;0tc\u{1B}P+q\u{1B}\\d"
        )
        #expect(result.lines[0] == "abcd")
        #expect(!result.isCursorVisible && !result.modes.contains(25))
        #expect(screen("\u{1B}(0lqk\u{1B}(Bq").lines[0] == "┌─┐q")
    }

    @Test("bytes may come one by one, and broken text shows as such")
    func portions() {
        var result = ScreenEmulator(columns: 10, rows: 1)
        for byte in "a\u{1B}[1;4H漢é".utf8 { result.feed([byte]) }
        #expect(result.text == "a  漢é")
        result.feed([0x0D, 0xFF, 0xC3, 0x41])
        #expect(result.text == "\u{FFFD}A 漢é")
    }

    @Test("resizing keeps what fits")
    func resizing() {
        var result = screen("1\r\n2\r\n3\r\n4")
        result.resize(columns: 5, rows: 2)
        #expect(result.lines == ["1", "2"] && result.cursorRow == 1)
        result.resize(columns: 20, rows: 3)
        #expect(result.lines == ["1", "2", ""])
    }
}
