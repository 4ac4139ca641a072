import ConsoleKit
import ScreenTestKit
import Testing
import TextCanvas

@testable import Screens

@Suite("A document's view")
struct DocumentScreenTests {
    @Test("it reads, searches, and can be copied whole")
    func reading() async {
        let tester = ScreenTester(
            DocumentScreen(name: "Card", crumb: "card", command: "larder x") { .success("name: a\ncount: 3\n") })
        tester.start { $0.load = .loading(since: tester.now) }
        await tester.runEffect("document") { state in
            state.text.setLines(["name: a", "count: 3"])
            state.load = .fresh(at: tester.now)
        }
        tester.press(.filterTyped("count")) { $0.text.apply(.searchTyped("count")) }
        #expect(tester.state.text.matchLine == 1)
        #expect(
            tester.screen.copies(tester.state)
                == [CopyChoice("text", "name: a\ncount: 3\n"), CopyChoice("as command", "larder x")])
        tester.finish()
    }

    @Test("a document that cannot be read says why")
    func failure() async {
        let tester = ScreenTester(DocumentScreen(name: "Card", crumb: "card") { .failure(Problem("it is gone")) })
        tester.start { $0.load = .loading(since: tester.now) }
        await tester.runEffect("document") {
            $0.load = .failed(Problem("it is gone"), at: tester.now, shownFrom: nil)
        }
        #expect(tester.takeNotice() == Notice(.error, "it is gone"))
        #expect(tester.picture().textSnapshot.contains("it is gone"))
        tester.finish()
    }

    @Test(
        "keys, texts, numbers and remarks have colours of their own",
        arguments: [
            ("name: card", [Role.property, .string]), ("  count: 3", [.property, .number]), ("# remark", [.muted]),
            ("- plain text", [.string]), ("on: true", [.property, .boolean]), ("spec:", [.property, .string]),
        ])
    func colors(_ line: String, _ roles: [Role]) {
        let runs = DocumentLine(line).runs
        #expect(runs.map(\.role) == roles)
        #expect(runs.map(\.text).joined() == line)
    }
}
