import ConsoleKit
import FeatureModel
import Operations
import ScreenTestKit
import Showcase
import Testing
import TextCanvas

@testable import Screens

@Suite("One dead letter")
struct LetterScreenTests {
    private let showcase = Showcase()

    private func hostile() -> DeadLetterOperations {
        var letters = showcase.operations.deadLetters
        let letter = DeadLetter(
            id: "dl-evil", at: Timestamp(seconds: 1_591_272_000), featureSet: nil, store: "redis-online", job: nil,
            transform: "ingest\u{7}", reason: .badInput,
            message: "line 3: \u{1b}]0;owned\u{7}\u{1b}[2J\u{202e}gnp\u{9b}31m expected INT64",
            payload: Array("a,\u{1b}[31m\u{0}\u{7}\r\n".utf8) + [0xff, 0xfe], position: nil)
        letters.get = { _ async throws(OperationError) in letter }
        letters.decode = { _ in
            DecodedPayload(
                featureSet: nil, eventTimestamp: nil,
                fields: [
                    NamedValue(name: "na\u{1b}[Hme", value: .string("\u{1b}[2J\n\u{202e}evil")),
                    NamedValue(name: "bytes", value: .bytes([0x1b, 0x5b])),
                ], problem: "not\u{1b}c a row")
        }
        return letters
    }

    @Test("whatever a letter carries, nothing of it steers the terminal")
    func hostileText() async {
        for size in [Size(columns: 80, rows: 18), Size(columns: 120, rows: 34), Size(columns: 40, rows: 7)] {
            let tester = ScreenTester(LetterScreen(id: "dl-evil", letters: hostile()))
            tester.start { $0.load = .loading(since: tester.now) }
            await tester.runEffect("letter") { $0 = tester.state }
            tester.body = Rect(size)
            let canvas = tester.picture()
            for row in 0..<size.rows {
                for scalar in canvas.row(row).flatMap({ Array($0.text.unicodeScalars) }) {
                    #expect(scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value))
                    #expect(!(0x202a...0x202e).contains(scalar.value))
                }
            }
            #expect(canvas.textSnapshot.contains("\\x1b"))
        }
    }

    @Test("the list of letters and the jobs show hostile text escaped too")
    func hostileLists() async {
        let letter = DeadLetter(
            id: "dl\u{1b}[1m", at: .zero, featureSet: nil, store: "st\u{7}", job: "j\u{9b}", transform: "\u{0}",
            reason: .rejected, message: "\u{1b}]52;c;AAAA\u{7}", payload: [], position: nil)
        var pile = LetterPile(filter: "")
        let context = UpdateContext(now: WallTime(seconds: 100))
        pile.list.loadStarted(context)
        pile.tookNewest(LetterPile.Page(DeadLetterPage(letters: [letter], total: 1)), context)
        var canvas = Canvas(size: Size(columns: 120, rows: 4))
        ListView(pile.list, LettersScreen.list).draw(
            into: &canvas, in: canvas.bounds, RenderContext(now: WallTime(seconds: 100), isWide: true))
        #expect(canvas.textSnapshot.contains("\\x1b]52;c;AAAA\\x07"))
        #expect(!canvas.textSnapshot.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test("tab goes between fields and bytes; enter opens the job; i the inspector with the key")
    func links() async throws {
        let id = try #require(try await showcase.operations.deadLetters.list(DeadLetterQuery(), 1, 0).letters.first?.id)
        let tester = ScreenTester(LetterScreen(id: id, letters: showcase.operations.deadLetters))
        tester.start { $0.load = .loading(since: tester.now) }
        await tester.runEffect("letter") { $0 = tester.state }
        let letter = try #require(tester.state.opened?.letter)
        for pane in [LetterScreen.Pane.raw, .fields] {
            tester.press(.action(.paneNext)) {
                $0.focus = pane
                tester.screen.layOut(&$0)
            }
        }
        tester.press(.action(.open))
        #expect(tester.takeRoute() == letter.job.map { Route("job", [$0.rawValue]) })
        if let set = letter.featureSet, !tester.state.fields.rows.isEmpty {
            tester.press(.action(.inspect))
            #expect(tester.takeRoute()?.arguments.first == "\(set):*")
        }
    }

    @Test("a discarded letter is left; nothing happens without the number typed")
    func discard() async throws {
        let id = try #require(try await showcase.operations.deadLetters.list(DeadLetterQuery(), 1, 0).letters.first?.id)
        let gallery = Gallery(Route("letters"))
        await gallery.settle()
        await gallery.press(.enter)
        #expect(gallery.text.contains("Dead letter \(id)"))
        await gallery.press(.character("D"), .enter)
        #expect(!gallery.showcase.orders.contains { if case .discardDeadLetters = $0 { true } else { false } })
        await gallery.type("1")
        await gallery.press(.enter)
        #expect(gallery.showcase.orders.contains(.discardDeadLetters(DeadLetterQuery(ids: [id]))))
        #expect(!gallery.text.contains("Dead letter \(id)"))
        await gallery.driver.close()
    }

    @Test("bytes are shown with their offset and what is printable of them")
    func hex() {
        #expect(
            HexText.lines(Array("larder\u{1b}".utf8) + [0xff], perLine: 4) == [
                "000000  6c 61 72 64  lard", "000004  65 72 1b ff  er..",
            ])
        #expect(HexText.lines([0x41], perLine: 4) == ["000000  41           A"])
        #expect(Base64.text(Array("larder".utf8)) == "bGFyZGVy")
        #expect(Base64.text([0xff]) == "/w==")
        #expect(Base64.text([0xff, 0xfe]) == "//4=")
    }

    @Test("it looks as drawn at every size")
    func pictures() async {
        await Gallery.expect(Route("letters"), "letter") { await $0.press(.enter) }
    }
}
