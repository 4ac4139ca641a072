import ConsoleKit
import FeatureModel
import Operations
import ScreenTestKit
import Showcase
import Testing
import TextCanvas

@testable import Screens

@Suite("The online inspector")
struct OnlineScreenTests {
    private let showcase = Showcase()

    private func screen(_ words: [String], wantsWhy: Bool = false) throws -> OnlineScreen {
        let operations = showcase.operations
        return OnlineScreen(
            online: operations.online, featureSets: operations.featureSets, defaultProject: "risk", asOf: nil,
            question: try OnlineQuestion(words, wantsWhy: wantsWhy))
    }

    /// Opened, with sets and stores loaded and, where the question is whole, its answer.
    private func opened(_ words: [String], wantsWhy: Bool = false) async throws -> ScreenTester<OnlineScreen> {
        let tester = ScreenTester(try screen(words, wantsWhy: wantsWhy))
        tester.start()
        let sets = try await showcase.operations.featureSets.list(nil)
        await tester.runEffect("sets") { state in
            state.form.setsLoaded(sets)
            state.form.focusKey()
            let key = state.form.key
            if words.contains(where: { $0.contains("=") }) && key.allSatisfy({ !$0.text.isEmpty }) {
                state.list.loadStarted(tester.context)
            }
            tester.screen.layOut(&state)
        }
        let set = try #require(tester.state.form.chosenSet)
        let stores = try await showcase.operations.online.stores(set)
        await tester.runEffect("stores") {
            $0.form.storesLoaded(stores)
            tester.screen.layOut(&$0)
        }
        return tester
    }

    private func answered(_ words: [String]) async throws -> ScreenTester<OnlineScreen> {
        let tester = try await opened(words)
        var form = tester.state.form
        let filled = form.query()
        let query = try #require(filled)
        let answer = try await showcase.operations.online.get(query)
        await tester.runEffect("answer") { state in
            state.asked = query
            state.answer = answer
            state.focus = .values
            let rows = answer.values.enumerated().map { OnlineRow(id: $0.offset, value: $0.element) }
            state.list.loaded(rows, OnlineScreen.list, tester.context)
            tester.screen.layOut(&state)
        }
        return tester
    }

    @Test("the chosen feature set says which entities the key has")
    func entities() async throws {
        let tester = try await opened(["risk/card_txn"])
        #expect(tester.state.form.chosenSet?.description == "risk/card_txn")
        #expect(tester.state.form.key.map(\.name) == ["customer_id"])
        #expect(tester.state.form.fields.focus == .entity("customer_id"))
        #expect(tester.screen.focus(tester.state) == .typing)
        tester.press(.typed(.insert("100482"))) { $0.form.apply(.typed(.insert("100482"))) }
        tester.press(.action(.open)) { $0.list.loadStarted(tester.context) }
        await tester.runEffect("answer") { $0 = tester.state }
        #expect(tester.state.answer?.values.isEmpty == false)
        #expect(tester.state.focus == .values)
        tester.finish()
    }

    @Test("a field left blank is said, and nothing is asked")
    func blank() async throws {
        let tester = try await opened(["risk/card_txn"])
        tester.press(.action(.open)) { _ = $0.form.query() }
        #expect(tester.state.form.fields.firstProblem == .entity("customer_id"))
        tester.finish()
    }

    @Test("a time that is none is said; a day alone is its beginning")
    func time() async throws {
        var form = OnlineForm(
            try OnlineQuestion(["customer_id=7", "card_txn:count_7d", "at", "soon"]), defaultProject: "risk")
        let none = form.query()
        #expect(none == nil)
        #expect(form.fields.firstProblem == .time)
        var other = OnlineForm(
            try OnlineQuestion(["customer_id=7", "card_txn:count_7d", "at", "2020-06-01"]), defaultProject: "risk")
        let day = other.query()
        #expect(day?.at == Timestamp(rfc3339: "2020-06-01T00:00:00Z"))
    }

    @Test("words of :get become key, features, store and time; a word without its value is refused")
    func words() throws {
        let question = try OnlineQuestion(["a=1", "b=x=y", "s:f,s:g", "store", "online", "t:*"])
        #expect(question.entities == [.init(name: "a", text: "1"), .init(name: "b", text: "x=y")])
        #expect(question.features == ["s:f", "s:g", "t:*"])
        #expect(question.store == "online")
        #expect(throws: Problem.self) { try OnlineQuestion(["store"]) }
        #expect(throws: Problem.self) { try OnlineQuestion(["=1"]) }
    }

    @Test("a question that came whole is asked at once, and can be copied as a command")
    func whole() async throws {
        let tester = try await answered(["customer_id=100482", "risk/card_txn"])
        let copies = tester.screen.copies(tester.state)
        #expect(
            copies.first { $0.label == "as command" }?.text
                == "larder online get customer_id=100482 --features 'risk/card_txn:*'")
        #expect(
            copies.first { $0.label == "all values as JSON" }?.text.hasPrefix(#"{"kind": "Value", "items": ["#) == true)
        tester.finish()
    }

    @Test("x explains the value under the cursor; the card follows the cursor; enter opens what a line names")
    func why() async throws {
        let tester = try await answered(["customer_id=100482", "risk/card_txn"])
        let feature = try #require(tester.state.list.cursorRow?.value.feature)
        tester.press(.action(.wiring)) {
            $0.focus = .why
            $0.why = .asking(feature)
            tester.screen.layOut(&$0)
        }
        await tester.runEffect("why") { $0 = tester.state }
        guard case .shown(let answer, let cursor) = tester.state.why else {
            Issue.record("no card")
            return
        }
        #expect(answer.feature == feature)
        #expect(cursor == answer.steps.firstIndex { $0.verdict == .fail } ?? 0)
        let target = try #require(answer.steps.firstIndex { $0.target != nil })
        for _ in 0..<answer.steps.count { tester.press(.action(.cursorUp)) { $0.why.move(.rows(-1)) } }
        for _ in 0..<target { tester.press(.action(.cursorDown)) { $0.why.move(.rows(1)) } }
        tester.press(.action(.open))
        #expect(tester.takeRoute() == answer.steps[target].target?.route)
        tester.press(.action(.wiring)) { $0.focus = .values }
        tester.press(.action(.cursorDown)) { state in
            state.list.apply(.cursorMoved(.rows(1)), OnlineScreen.list, tester.context)
            if let next = state.list.cursorRow { state.why = .asking(next.value.feature) }
            tester.screen.layOut(&state)
        }
        tester.press(.escaped) {
            $0.why = .closed
            tester.screen.layOut(&$0)
        }
    }

    @Test("tab chooses features, enter edits the key, esc goes back to the values")
    func editing() async throws {
        let tester = try await answered(["customer_id=100482", "risk/card_txn"])
        tester.press(.action(.paneNext)) {
            $0.focus = .form
            $0.form.setFocus(.features)
            tester.screen.layOut(&$0)
        }
        tester.press(.escaped) {
            $0.focus = .values
            tester.screen.layOut(&$0)
        }
        tester.press(.action(.open)) {
            $0.focus = .form
            $0.form.focusKey()
            tester.screen.layOut(&$0)
        }
        #expect(tester.state.form.fields.focus == .entity("customer_id"))
    }

    @Test("values are shown so that null, empty, absent and unknown differ")
    func valueTexts() {
        #expect(ValueText.short(nil) == "(null)")
        #expect(ValueText.short(.string("")) == "\"\"")
        #expect(ValueText.short(.string("a\u{1b}[2J\"")) == #""a\x1b[2J\"""#)
        #expect(ValueText.short(.stringList(["gold", "eu"])) == #"["gold","eu"]"#)
        #expect(ValueText.short(.int64List(Array(1...9))) == "[1,2,+7]")
        #expect(ValueText.short(.bytes([0, 1, 0xab])) == "3 B 0001ab")
        #expect(ValueText.short(.bytes(Array(repeating: 7, count: 2_000))) == "2.0 kB 0707070707070707..")
        #expect(ValueText.short(.double(1_804.55)) == "1804.55")
        #expect(ValueText.short(.double(.nan)) == "NaN")
    }

    @Test("a row that carries no time has no age")
    func noTime() {
        let value = OnlineValue(
            entities: [], feature: FeatureReference(featureSet: "s", feature: "f"), type: .int64, value: .int64(1),
            state: .present, eventTimestamp: .zero, createdTimestamp: nil, ageSeconds: 1_591_272_271,
            maxAgeSeconds: nil, served: .int64(1), store: "online")
        #expect(OnlineRow(id: 0, value: value).age == .none)
    }

    @Test("it looks as drawn at every size")
    func pictures() async {
        let features =
            "card_txn:count_7d,card_txn:sum_7d,card_txn:last_mcc,device_login:devices_30d,"
            + "device_login:geo,merchant_daily:chargebk,beta_signals:score_v3"
        await Gallery.expect(Route("online", ["customer_id=100482", features]), "online")
        await Gallery.expect(Route("online"), "online-form")
        await Gallery.expect(
            Route("why", ["customer_id=100482", "device_login:geo"]), "online-why",
            sizes: [(80, 24), (100, 30), (40, 10)])
    }
}
