import Testing

@testable import TextCanvas

@Suite("The width of text")
struct DisplayWidthTests {
    @Test(
        "a text takes the columns of its glyphs",
        arguments: [
            ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("\u{1b}[31m", 8), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("❤️", 1), ("a\u{200b}b", 2),
            ("\n", 2), ("\u{202e}", 8), ("\u{378}", 1), ("", 0),
        ])
    func columns(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }
}
