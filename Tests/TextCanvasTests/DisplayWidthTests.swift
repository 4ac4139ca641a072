import CNcurses
import Testing

@testable import TextCanvas

@Suite("The width of text")
struct DisplayWidthTests {
    @Test(
        "a text takes the columns of its glyphs",
        arguments: [
            ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("\u{1b}[31m", 8), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("❤️", 1),
            ("a\u{200b}b", 2), ("\n", 2), ("\u{202e}", 8), ("\u{378}", 1), ("", 0), ("\u{301}a", 1), ("a\u{200d}", 1),
        ])
    func columns(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }

    @Test("the table agrees with the C library, scalar by scalar")
    func everyScalar() {
        larder_use_utf8_locale()
        var different: [String] = []
        for value in UInt32(1)...0x10_ffff {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let ours = DisplayWidth.columns(of: scalar) ?? -1
            let theirs = Int(larder_wcwidth(value))
            if ours != theirs { different.append("U+\(String(value, radix: 16)): \(ours), C library \(theirs)") }
        }
        #expect(different.isEmpty, "\(different.prefix(20))")
    }
}
