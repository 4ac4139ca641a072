import Testing
import TextCanvas

@testable import CursesTerminal

@Suite("What may be sent of a cell")
struct GlyphTests {
    private func canvas(_ cells: [Cell]) -> Canvas {
        var canvas = Canvas(size: Size(columns: cells.count, rows: 1))
        for (column, cell) in cells.enumerated() { canvas[Position(column: column, row: 0)] = cell }
        return canvas
    }

    private func texts(_ cells: [Cell]) -> [String] {
        let canvas = canvas(cells)
        return cells.indices.map {
            Glyph.text(at: Position(column: $0, row: 0), of: canvas, columns: cells.count)
        }
    }

    private let right = Cell(text: "", isContinuation: true)

    @Test("a wide glyph needs its right half; halves without the other are replaced")
    func wide() {
        #expect(texts([Cell(text: "漢"), right]) == ["漢", ""])
        #expect(texts([Cell(text: "漢"), Cell(text: "x")]) == ["\u{FFFD}", "x"])
        #expect(texts([Cell(text: "x"), Cell(text: "漢")]) == ["x", "\u{FFFD}"])
        #expect(texts([Cell(text: "x"), right]) == ["x", " "])
        #expect(texts([right, Cell(text: "x")]) == [" ", "x"])
    }

    @Test(
        "nothing that steers a terminal gets through",
        arguments: ["\u{1B}", "\u{7}", "\n", "\u{7F}", "\u{9B}", "\u{85}", "ab", "\u{1B}[2J", "漢字"])
    func hostile(_ text: String) {
        #expect(texts([Cell(text: text), Cell(text: "x")]) == ["\u{FFFD}", "x"])
    }

    @Test("marks stand on their letter, or on a blank when they have none")
    func marks() {
        #expect(
            texts([Cell(text: "e\u{301}"), Cell(text: "\u{301}"), Cell(text: "")]) == ["e\u{301}", " \u{301}", " "])
    }
}
