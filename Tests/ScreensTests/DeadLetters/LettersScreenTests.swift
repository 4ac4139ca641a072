import ConsoleKit
import FeatureModel
import Operations
import ScreenTestKit
import Showcase
import Synchronization
import Testing
import TextCanvas

@testable import Screens

@Suite("Dead letters one by one")
struct LettersScreenTests {
    private final class Asked: Sendable {
        let pages = Mutex<[[Int]]>([])
    }

    private let asked = Asked()

    private func screen(_ showcase: Showcase) -> LettersScreen {
        var letters = showcase.operations.deadLetters
        let (list, asked) = (letters.list, asked)
        letters.list = { query, limit, offset async throws(OperationError) in
            asked.pages.withLock { $0.append([limit, offset]) }
            return try await list(query, limit, offset)
        }
        return LettersScreen(
            letters: letters,
            refreshing: Refreshing(interval: .seconds(2), changes: showcase.operations.changes),
            query: DeadLetterQuery())
    }

    private func loaded(_ population: ShowcaseScenario.Population) async -> ScreenTester<LettersScreen> {
        let tester = ScreenTester(screen(Showcase(ShowcaseScenario(population: population))))
        tester.start { $0.pile.list.loadStarted(tester.context) }
        #expect(tester.takeTimer("refresh")?.delay == .seconds(2))
        await tester.runEffect("letters") { $0 = tester.state }
        return tester
    }

    @Test("of a hundred thousand, one page is fetched, and only the rows in view are laid out")
    func huge() async {
        let tester = await loaded(.huge)
        #expect(asked.pages.withLock { $0 } == [[500, 0]])
        #expect(tester.state.pile.list.rows.count == 500)
        #expect(tester.state.pile.total == 100_000)
        let title = tester.screen.title(tester.state, RenderContext(now: tester.now))
        #expect(title.count == ScreenTitle.Count(shown: 500, total: 100_000, hasMore: true))

        let drawn = Mutex<Set<String>>([])
        let counting = ListDescription<LetterRow>(
            columns: LettersScreen.list.columns.map { column in
                ListColumn(column.id, column.column.heading) { row, now in
                    drawn.withLock { _ = $0.insert(row.id.rawValue) }
                    return column.cell(row, now)
                }
            })
        var canvas = Canvas(size: Size(columns: 80, rows: 18))
        ListView(tester.state.pile.list, counting).draw(
            into: &canvas, in: canvas.bounds, RenderContext(now: tester.now))
        #expect(drawn.withLock { $0.count } == 17)
    }

    @Test("the next page is fetched as the cursor comes near the end, once")
    func scrolling() async {
        let tester = await loaded(.huge)
        for _ in 0..<28 { tester.press(.action(.pageDown)) { $0 = tester.state } }
        #expect(tester.effects.filter { isLoad($0, "more") }.isEmpty)
        tester.press(.action(.pageDown)) { $0 = tester.state }
        #expect(!tester.effects.filter { isLoad($0, "more") }.isEmpty)
        await tester.runEffect("more") { $0 = tester.state }
        #expect(tester.state.pile.list.rows.count == 1_000)
        #expect(asked.pages.withLock { $0.last } == [500, 500])
    }

    @Test("G goes to the very last letter, by ever larger pages")
    func toTheEnd() async {
        let tester = await loaded(.huge)
        tester.press(.action(.cursorLast)) { $0 = tester.state }
        var rounds = 0
        while tester.effects.contains(where: { isLoad($0, "more") }), rounds < 50 {
            await tester.runEffect("more") { $0 = tester.state }
            rounds += 1
        }
        #expect(tester.state.pile.list.rows.count == 100_000)
        #expect(tester.state.pile.list.cursor == 99_999)
        #expect(Set(tester.state.pile.list.rows.map(\.id)).count == 100_000)
        #expect(rounds == 10)
    }

    @Test("a filter looks at the first ten thousand and says so")
    func filter() async {
        let tester = await loaded(.huge)
        tester.press(.filterTyped("no such words")) { $0 = tester.state }
        var rounds = 0
        while tester.effects.contains(where: { isLoad($0, "more") }), rounds < 50 {
            await tester.runEffect("more") { $0 = tester.state }
            rounds += 1
        }
        #expect((10_000..<20_000).contains(tester.state.pile.list.rows.count))
        let note = tester.screen.title(tester.state, RenderContext(now: tester.now)).note.map(\.text).joined()
        #expect(note.contains("of the first"))
    }

    @Test("new letters come on top, and the cursor stays on its letter")
    func newest() async throws {
        let tester = await loaded(.usual)
        let all = tester.state.pile.list.rows
        tester.press(.action(.cursorDown)) { $0 = tester.state }
        let cursor = try #require(tester.state.pile.list.cursorRow?.id)
        let letter = DeadLetter(
            id: "dl-new", at: Timestamp(seconds: tester.now.seconds), featureSet: nil, store: nil, job: nil,
            transform: "decode", reason: .undecodable, message: "new", payload: [1], position: nil)
        let letters = try await Showcase().operations.deadLetters.list(DeadLetterQuery(), 499, 0).letters
        let page = LetterPile.Page(
            DeadLetterPage(letters: [letter] + letters, total: tester.state.pile.total + 1))
        tester.send(.newestLoaded(.success(page))) { $0 = tester.state }
        #expect(tester.state.pile.list.rows.map(\.id) == ["dl-new"] + all.map(\.id))
        #expect(tester.state.pile.list.cursorRow?.id == cursor)
    }

    @Test("a page that comes late, after the letters changed, is dropped")
    func lateAnswer() async throws {
        let tester = await loaded(.usual)
        let before = tester.state
        let page = LetterPile.Page(DeadLetterPage(letters: [], total: 3))
        tester.send(.moreLoaded(offset: 7, .success(page)))
        #expect(tester.state == before)
    }

    @Test("orders are for the marked letters, by their ids")
    func orders() async throws {
        let tester = await loaded(.usual)
        tester.press(.action(.mark)) { $0.pile.apply(.markToggled, tester.context) }
        tester.press(.action(.mark)) { $0.pile.apply(.markToggled, tester.context) }
        tester.press(.action(.delete))
        await tester.runEffect("order")
        let question = try #require(tester.takeConfirmation())
        #expect(question.confirmation.expected == "2")
        #expect(question.confirmation.command.hasPrefix("larder dead-letters discard dl-"))
    }

    @Test("it looks as drawn at every size")
    func pictures() async {
        await Gallery.expect(Route("letters"), "letters")
        await Gallery.expect(
            Route("letters"), "letters-huge", ShowcaseScenario(population: .huge), sizes: [(80, 24)])
    }

    private func isLoad(_ effect: Effect<LettersScreen.Message>, _ key: EffectKey) -> Bool {
        if case .run(let run) = effect.kind { run.key == key } else { false }
    }
}
