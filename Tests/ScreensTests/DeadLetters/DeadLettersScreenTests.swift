import ConsoleKit
import FeatureModel
import Operations
import ScreenTestKit
import Showcase
import Testing
import TextCanvas

@testable import Screens

@Suite("Dead letters by reason")
struct DeadLettersScreenTests {
    private let showcase = Showcase()

    private func loaded(_ query: DeadLetterQuery = DeadLetterQuery()) async throws -> ScreenTester<DeadLettersScreen> {
        let operations = showcase.operations
        let tester = ScreenTester(
            DeadLettersScreen(
                letters: operations.deadLetters,
                refreshing: Refreshing(interval: .seconds(2), changes: operations.changes), query: query))
        let rows = try await operations.deadLetters.groups(query).map(LetterGroupRow.init)
        tester.start { $0.list.loadStarted(tester.context) }
        #expect(tester.takeTimer("refresh")?.delay == .seconds(2))
        await tester.runEffect("groups") { $0.list.loaded(rows, DeadLettersScreen.list, tester.context) }
        #expect(tester.takeFollowing() == "changes")
        return tester
    }

    @Test("the most numerous group is first; enter opens its letters")
    func open() async throws {
        let tester = try await loaded()
        let counts = tester.state.list.rows.map(\.group.count)
        #expect(counts == counts.sorted(by: >))
        let group = try #require(tester.state.list.cursorRow?.group)
        tester.press(.action(.open))
        let route = try #require(tester.takeRoute())
        #expect(route.view == "letters")
        let query = try DeadLetterQuery(route.arguments, defaultProject: "risk")
        #expect(query == DeadLetterQuery().narrowed(to: group))
        tester.finish()
    }

    @Test("a query becomes words and the same query again")
    func words() throws {
        let query = DeadLetterQuery(
            reason: .unknownFeatureSet, featureSet: FeatureSetReference(project: "risk", name: "card_txn"),
            store: "redis-online", job: "ing-1", since: Timestamp(seconds: 1_591_272_271), ids: ["dl-1", "dl-2"])
        #expect(try DeadLetterQuery(query.words, defaultProject: "other") == query)
        #expect(
            try DeadLetterQuery(["reason", "wrong", "type", "store", "a"], defaultProject: "p")
                == DeadLetterQuery(reason: .wrongType, store: "a"))
        for wrong in [["store"], ["reason", "bad"], ["since", "soon"], ["colour", "red"], ["set", "/"]] {
            #expect(throws: Problem.self) { try DeadLetterQuery(wrong, defaultProject: "p") }
        }
        #expect(
            query.command("replay").hasPrefix("larder dead-letters replay dl-1 dl-2 --reason 'unknown feature set'"))
    }

    @Test("replaying tries it out, asks for a pace, asks with the count to type, then does it")
    func replay() async throws {
        let tester = try await loaded(DeadLetterQuery(job: "ing-0aa4"))
        let before = showcase.orders.count
        tester.press(.action(.deadReplay))
        await tester.runEffect("order")
        let pace = try #require(tester.takeQuestion())
        #expect(pace.label == "rows per second (empty: no limit)")
        tester.send(pace.answered("0"))
        #expect(tester.takeNotice()?.text.contains("a pace is a number") == true)
        tester.send(pace.answered(""))
        let unlimited = try #require(tester.takeConfirmation())
        #expect(unlimited.confirmation.command.hasSuffix("--job ing-0aa4"))
        tester.send(pace.answered("2000"))
        let question = try #require(tester.takeConfirmation())
        #expect(question.confirmation.command.hasSuffix("--job ing-0aa4 --rate 2000"))
        #expect(question.confirmation.consequence.contains("At most 2,000 per second: about 1 second."))
        #expect(question.confirmation.title == "Replay \(question.confirmation.expected) dead letters")
        tester.send(question.message)
        await tester.runEffect("order") { $0.list.loadStarted(tester.context) }
        #expect(tester.takeNotice()?.text.contains("replayed") == true)
        #expect(showcase.orders.count > before)
    }

    @Test("discarding counts first and wants the number typed; letters that came since are not lost unseen")
    func discard() async throws {
        let tester = try await loaded(DeadLetterQuery(job: "ing-0aa4"))
        tester.press(.action(.delete))
        await tester.runEffect("order")
        let question = try #require(tester.takeConfirmation())
        #expect(question.confirmation.level == .typed)
        #expect(question.confirmation.command.hasSuffix("--yes"))
        let count = try #require(Int64(question.confirmation.expected))
        guard case .order(.discardConfirmed(let queries, _)) = question.message else {
            Issue.record("another message")
            return
        }
        tester.send(.order(.discardConfirmed(queries, count: count - 1)))
        await tester.runEffect("order") { $0.list.loadStarted(tester.context) }
        #expect(tester.takeNotice()?.text.contains("letters now, not") == true)
        #expect(!showcase.orders.contains { if case .discardDeadLetters = $0 { true } else { false } })
        tester.send(question.message)
        await tester.runEffect("order") { $0.list.loadStarted(tester.context) }
        #expect(tester.takeNotice()?.text == "discarded \(CountText.of(count, "dead letter"))")
    }

    @Test("it looks as drawn at every size")
    func pictures() async {
        await Gallery.expect(Route("dead"), "dead")
        await Gallery.expect(Route("dead", ["store", "redis-online"]), "dead-store", sizes: [(80, 24)])
        await Gallery.expect(Route("dead"), "dead-empty", ShowcaseScenario(population: .empty), sizes: [(80, 24)])
        await Gallery.expect(Route("dead"), "dead-discard", sizes: [(80, 24)]) { await $0.press(.character("D")) }
    }
}
