import Testing

@testable import CursesTerminal

@Suite("Copying to the clipboard")
struct ClipboardSequenceTests {
    private func sequence(_ text: String, _ environment: [String: String]) -> String? {
        ClipboardSequence.bytes(for: text, environment: environment).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        "the encoding is base64", arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("é!", "w6kh")])
    func encoding(_ text: String, _ encoded: String) {
        #expect(ClipboardSequence.base64(Array(text.utf8)) == Array(encoded.utf8))
    }

    @Test("multiplexers get it wrapped")
    func wrapping() {
        #expect(sequence("foo", ["TERM": "xterm"]) == "\u{1B}]52;c;Zm9v\u{7}")
        #expect(sequence("foo", ["TERM": "tmux", "TMUX": "/x"]) == "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{7}\u{1B}\\")
        #expect(sequence("foo", ["TERM": "screen", "STY": "x"]) == "\u{1B}P\u{1B}]52;c;Zm9v\u{7}\u{1B}\\")
        let long = sequence(String(repeating: "a", count: 900), ["TERM": "screen", "STY": "x"]) ?? ""
        #expect(long.split(separator: "\u{1B}P").count == 2)
    }

    @Test("text above 74 KiB encoded is refused, and so is a terminal that cannot")
    func limits() {
        let largest = ClipboardSequence.largestEncoding / 4 * 3
        #expect(sequence(String(repeating: "a", count: largest), ["TERM": "xterm"]) != nil)
        #expect(sequence(String(repeating: "a", count: largest + 1), ["TERM": "xterm"]) == nil)
        #expect(sequence("a", ["TERM": "linux"]) == nil)
    }
}
