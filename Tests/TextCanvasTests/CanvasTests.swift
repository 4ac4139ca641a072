import Testing

@testable import TextCanvas

@Suite("A canvas")
struct CanvasTests {
    private func canvas(_ columns: Int = 10, _ rows: Int = 2) -> Canvas {
        Canvas(size: Size(columns: columns, rows: rows))
    }

    private func at(_ column: Int, _ row: Int = 0) -> Position { Position(column: column, row: row) }

    @Test("text is clipped at every edge, never an error")
    func clipping() {
        var canvas = canvas(5, 1)
        canvas.draw("abc", at: at(-1))
        canvas.draw("xyz", at: at(3))
        canvas.draw("no", at: at(0, 1))
        canvas.draw("no", at: at(0, -1))
        canvas.fill(Rect(column: -3, row: -3, width: 2, height: 2), with: "#")
        #expect(canvas.textSnapshot == "bc xy\n")
    }

    @Test("a wide glyph that does not fit is left out")
    func wideClipping() {
        var canvas = canvas(3, 1)
        canvas.draw("a日本", at: at(0))
        #expect(canvas.textSnapshot == "a日\n")
        var narrow = self.canvas(4, 1)
        narrow.draw("日x", at: at(-1))
        #expect(narrow.textSnapshot == " x\n")
    }

    @Test("overwriting one half of a wide glyph blanks the other")
    func halves() {
        var left = canvas(4, 1)
        left.draw("日本", at: at(0))
        left.draw("x", at: at(0))
        #expect(left.textSnapshot == "x 本\n")
        var right = canvas(4, 1)
        right.draw("日本", at: at(0))
        right.draw("x", at: at(1))
        #expect(right.textSnapshot == " x本\n")
        var shifted = canvas(5, 1)
        shifted.draw("日本", at: at(0))
        shifted.draw("語", at: at(1))
        #expect(shifted.textSnapshot == " 語\n")
        #expect(!shifted[at(3)].isContinuation)
    }

    @Test("the difference names the cells that changed, whole wide glyphs included")
    func difference() {
        var before = canvas()
        before.draw("abc日d", at: at(0))
        var after = before
        after.draw("X", at: at(0))
        after.draw("本", at: at(3))
        after.draw("z", at: at(9, 1))
        #expect(after.changes(from: before) == [CellRun(row: 0, columns: 0..<5), CellRun(row: 1, columns: 9..<10)])
        #expect(after.changes(from: after).isEmpty)
        #expect(after.changes(from: canvas(3, 3)).count == 2)
    }

    @Test("a role map shows meaning, and what lends the background")
    func roles() {
        var canvas = canvas(6, 2)
        canvas.draw("ab", at: at(1), role: .error)
        canvas.setSurface(.cursor, in: Rect(column: 0, row: 0, width: 6, height: 1))
        #expect(canvas.roleSnapshot == " EE\n\nsurface cursor row 0 columns 0-5\n")
        #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
        #expect(!Role.allCases.map(\.letter).contains("?"))
    }

    @Test("two canvases are equal when they look the same")
    func equality() {
        var one = canvas()
        var other = canvas()
        one.draw("日", at: at(0))
        other.draw("日", at: at(0))
        #expect(one == other)
        other.cursor = at(0)
        #expect(one != other)
    }
}
