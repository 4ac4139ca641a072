import Testing

@testable import TextCanvas

@Suite("Fitting text")
struct TextFittingTests {
    @Test("a name is cut in the middle, because beginnings repeat")
    func middle() {
        #expect(TextFitting.truncatedInMiddle("risk/very_long_beta_signals", to: 17, mark: "…") == "risk/ver…_signals")
        #expect(TextFitting.truncatedInMiddle("short", to: 17, mark: "…") == "short")
        #expect(TextFitting.truncatedInMiddle("abc", to: 1, mark: "~") == "a")
        #expect(DisplayWidth.columns(of: TextFitting.truncatedInMiddle("日本語日本語", to: 6, mark: "~")) <= 6)
    }

    @Test("text is padded to the left or right by columns, not by characters")
    func padding() {
        #expect(TextFitting.fitted("日", to: 4, .right, mark: "~") == "  日")
        #expect(TextFitting.fitted("日本語", to: 5, mark: "~") == "日本~")
        #expect(TextFitting.fitted("日本語", to: 4, mark: "~") == "日~ ")
        #expect(TextFitting.fitted("ab", to: 0, mark: "~") == "")
    }

    @Test("text is wrapped at spaces, long words inside")
    func wrapping() {
        #expect(TextFitting.wrapped("one two three", to: 8) == ["one two", "three"])
        #expect(TextFitting.wrapped("abcdefghij", to: 4) == ["abcd", "efgh", "ij"])
        #expect(TextFitting.wrapped("a\n\nb", to: 4) == ["a", "", "b"])
        #expect(TextFitting.wrapped("日本語", to: 1) == ["日本語"])
        #expect(TextFitting.wrapped("", to: 4) == [""])
    }

    @Test("dropping columns never leaves half a glyph")
    func dropping() {
        #expect(TextFitting.dropping(columns: 1, from: "日本") == " 本")
        #expect(TextFitting.dropping(columns: 9, from: "日本") == "")
    }
}
