import Testing

@testable import TextCanvas

@Suite("Glyphs and safe text")
struct GlyphsTests {
    @Test(
        "text that could steer a terminal is shown escaped",
        arguments: [
            ("a\u{1b}]0;x\u{7}", "a\\x1b]0;x\\x07"), ("line\nfeed\ttab\r", "line\\nfeed\\ttab\\r"),
            ("\u{9b}31m", "\\x9b31m"), ("\u{2028}", "\\u{2028}"), ("\u{202e}abc", "\\u{202e}abc"), ("plain", "plain"),
            ("naïve 日本", "naïve 日本"), ("\u{7f}", "\\x7f"),
        ])
    func escaping(text: String, shown: String) {
        #expect(SafeText.escaped(text) == shown)
        #expect(Glyphs(text).map(\.text).joined() == shown)
    }

    @Test("what terminals disagree about is dropped or replaced")
    func policy() {
        #expect(Glyphs("👨‍👩‍👧x").map(\.text) == ["👨", "x"])
        #expect(Glyphs("👍🏽").map(\.text) == ["👍"])
        #expect(Glyphs("❤\u{fe0f}").map(\.text) == ["❤"])
        #expect(Glyphs("\u{feff}a\u{e0041}").map(\.text) == ["a"])
        #expect(Glyphs("\u{378}").map(\.text) == ["\u{fffd}"])
        #expect(Glyphs("a\u{200d}\u{1b}").map(\.text).joined() == "a\\x1b")
    }

    @Test("a glyph keeps four marks at most")
    func marks() {
        let text = "e" + String(repeating: "\u{301}", count: 9)
        #expect(Glyphs(text).map(\.text.unicodeScalars.count) == [5])
    }
}
