import Testing
import TextCanvas

@testable import CursesTerminal

@Suite("Decoding what a terminal sends")
struct InputDecoderTests {
    private func events(_ text: String) -> [TerminalEvent] {
        events(Array(text.utf8))
    }

    private func events(_ bytes: [UInt8]) -> [TerminalEvent] {
        var decoder = InputDecoder()
        return decoder.feed(bytes, time: 0) + decoder.flush()
    }

    @Test(
        "each key has its sequences, whatever the terminal",
        arguments: [
            ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OC", .right), ("\u{1B}[D", .left),
            ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}[F", .end),
            ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
            ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)),
            ("\u{1B}[[A", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[15~", .function(5)),
            ("\u{1B}[24~", .function(12)), ("\u{1B}[1;5A", .up), ("\u{1B}[3;2~", .delete), ("\u{1B}OM", .enter),
            ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
            ("\u{3}", .control("c")), ("\u{1A}", .control("z")), ("\u{C}", .control("l")), ("a", .character("a")),
            ("é", .character("é")), ("漢", .character("漢")), ("😀", .character("😀")), ("\u{1B}", .escape),
        ])
    func keys(_ text: String, _ key: Key) {
        #expect(events(text) == [.key(key)])
    }

    @Test(
        "what means nothing here is swallowed whole",
        arguments: [
            "\u{1B}x", "\u{1B}é", "\u{1B}\r", "\u{1B}[1;3A", "\u{1B}[15;2~", "\u{1B}[99~", "\u{1B}[I", "\u{1B}[?62;c",
            "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}P1+r\u{1B}\\", "\0", "\u{1C}",
            "\u{1B}[<35;3;4M", "\u{1B}[<0;3;4m", "\u{1B}[<0;3M",
        ])
    func swallowed(_ text: String) {
        #expect(events(text + "q") == [.key(.character("q"))])
    }

    @Test("Escape twice is two keys, and Escape before a sequence is one")
    func escapes() {
        #expect(events("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
        #expect(events("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
    }

    @Test("a lone Escape waits 25 ms for the rest of a sequence, then is the key")
    func patience() {
        var decoder = InputDecoder()
        #expect(decoder.patience == nil)
        #expect(decoder.feed([0x1B], time: 0) == [])
        #expect(decoder.patience == 25)
        #expect(decoder.flush() == [.key(.escape)])
        #expect(decoder.patience == nil)
    }

    @Test("bytes may come one by one")
    func portions() {
        var decoder = InputDecoder()
        var events: [TerminalEvent] = []
        for byte in "é\u{1B}[6~漢\u{1B}[200~ab\u{1B}[201~".utf8 { events += decoder.feed([byte], time: 0) }
        #expect(events == [.key(.character("é")), .key(.pageDown), .key(.character("漢")), .paste("ab")])
    }

    @Test("text that is not UTF-8 does not swallow the keys after it")
    func brokenText() {
        let replacement = TerminalEvent.key(.character("\u{FFFD}"))
        #expect(events([0xE9, 0x61, 0x62]) == [replacement, .key(.character("a")), .key(.character("b"))])
        #expect(events([0xFF, 0x61]) == [replacement, .key(.character("a"))])
        #expect(events([0xC3]) == [replacement])
        #expect(events([0xED, 0xA0, 0x80, 0x61]).last == .key(.character("a")))
    }

    @Test("a paste is one piece, with its line ends as line feeds and its sequences as text")
    func paste() {
        #expect(
            events("\u{1B}[200~one\rtwo\r\nthree\u{1B}[A\u{1B}[201~q") == [
                .paste("one\ntwo\nthree\u{1B}[A"), .key(.character("q")),
            ])
        #expect(events("\u{1B}[200~\u{1B}[201~") == [])
    }

    @Test("a paste whose end is lost is delivered all the same")
    func lostEnd() {
        #expect(events("\u{1B}[200~text") == [.paste("text")])
    }

    @Test("a paste beyond a mebibyte comes in pieces, complete")
    func longPaste() {
        let text = String(repeating: "0123456789", count: InputDecoder.longestPaste / 10 * 2)
        let pieces = events("\u{1B}[200~\(text)\u{1B}[201~").map { event in
            if case .paste(let piece) = event { piece } else { "?" }
        }
        #expect(pieces.count == 2)
        #expect(pieces.joined() == text)
    }

    @Test("the mouse clicks, scrolls, and clicks twice within its interval")
    func mouse() {
        var decoder = InputDecoder()
        func press(_ text: String, _ time: Int64) -> [TerminalEvent] { decoder.feed(Array(text.utf8), time: time) }
        let place = Position(column: 2, row: 3)
        let click = TerminalEvent.mouse(MouseEvent(action: .click, position: place))
        let double = TerminalEvent.mouse(MouseEvent(action: .doubleClick, position: place))
        #expect(press("\u{1B}[<0;3;4M\u{1B}[<0;3;4m", 0) == [click])
        #expect(press("\u{1B}[<0;3;4M", 300) == [double])
        #expect(press("\u{1B}[<0;3;4M", 400) == [click])
        #expect(press("\u{1B}[<0;3;4M", 801) == [click])
        #expect(press("\u{1B}[<0;9;4M", 802) == [.mouse(.init(action: .click, position: .init(column: 8, row: 3)))])
        #expect(
            press("\u{1B}[<64;300;200M", 0) == [.mouse(.init(action: .wheelUp, position: .init(column: 299, row: 199)))]
        )
        #expect(press("\u{1B}[<65;1;1M", 0) == [.mouse(.init(action: .wheelDown, position: .init(column: 0, row: 0)))])
    }

    @Test("old mouse reports are understood too")
    func oldMouse() {
        let report: [UInt8] = [0x1B, 0x5B, 0x4D, 32, 35, 36]
        #expect(
            events(report + [0x71]) == [
                .mouse(MouseEvent(action: .click, position: Position(column: 2, row: 3))), .key(.character("q")),
            ])
    }

    @Test("random bytes never trip it, and it always comes to rest")
    func noise() {
        var generator = SystemRandomNumberGenerator()
        var decoder = InputDecoder()
        for _ in 0..<2000 {
            let bytes = (0..<50).map { _ in
                Bool.random(using: &generator) ? UInt8.random(in: 0...255, using: &generator) : 0x1B
            }
            _ = decoder.feed(bytes, time: 0)
            _ = decoder.flush()
            #expect(decoder.patience == nil)
        }
        #expect(decoder.feed([0x61], time: 0) == [.key(.character("a"))])
    }
}
