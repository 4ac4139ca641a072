import ConsoleKit
import FeatureModel
import Operations
import ScreenTestKit
import Showcase
import Testing
import TextCanvas

@testable import Screens

@Suite("The list of stores")
struct StoresScreenTests {
    private let showcase = Showcase()

    private func screen(filter: String = "") -> StoresScreen {
        StoresScreen(
            stores: showcase.operations.stores,
            refreshing: Refreshing(interval: .seconds(2), changes: showcase.operations.changes), filter: filter)
    }

    private func rows() async throws -> [StoreRow] { try await showcase.operations.stores.list().map(StoreRow.init) }

    private func loaded(filter: String = "") async throws -> ScreenTester<StoresScreen> {
        let tester = ScreenTester(screen(filter: filter))
        let rows = try await rows()
        tester.start { $0.list.loadStarted(tester.context) }
        #expect(tester.takeTimer("refresh")?.delay == .seconds(2))
        #expect(tester.takeFollowing() == "changes")
        await tester.runEffect("stores") { $0.list.loaded(rows, StoresScreen.list, tester.context) }
        return tester
    }

    private func names(_ tester: ScreenTester<StoresScreen>) -> [String] {
        tester.state.list.shown.indices.compactMap { tester.state.list.shownRow($0)?.id.rawValue }
    }

    @Test("troubled stores come first, then names")
    func order() async throws {
        let tester = try await loaded()
        #expect(names(tester) == ["history", "redis-canary", "redis-eu", "redis-online"])
        tester.finish()
    }

    @Test("a refresh is not asked while one is under way")
    func skipping() async throws {
        let tester = try await loaded()
        tester.press(.action(.refresh)) { $0.list.loadStarted(tester.context) }
        let policy = tester.take { effect in
            if case .run(let run) = effect.kind, run.key == "stores" { run.policy } else { nil }
        }
        #expect(policy == .skipping)
        tester.finish()
    }

    @Test("a failure keeps the rows, dated, and says what failed")
    func failure() async throws {
        let tester = try await loaded()
        let rows = tester.state.list.rows
        showcase.setReachable(false)
        tester.now = tester.now.advanced(by: .seconds(2))
        tester.press(.action(.refresh)) { $0.list.loadStarted(tester.context) }
        let problem = Problem(
            "the job-state database did not answer within 5 s", hint: "it is asked again by itself; r asks now")
        await tester.runEffect("stores") { $0.list.loadFailed(problem, tester.context) }
        #expect(tester.takeNotice()?.level == .error)
        #expect(tester.state.list.rows == rows)
        #expect(tester.state.list.load.shownFrom == WallTime(seconds: 1_591_272_271))
        tester.finish()
    }

    @Test("a store that is down is counted in the title, and its contents are unknown, not zero")
    func down() async throws {
        showcase.setStore("redis-eu", isDown: true)
        let tester = try await loaded()
        #expect(names(tester).first == "redis-eu")
        let title = tester.screen.title(tester.state, RenderContext(now: tester.now))
        #expect(title.note.map(\.text) == ["1 of 4 stores did not answer"])
        #expect(tester.state.list.cursorRow?.holdings == "?")
        tester.finish()
    }

    @Test("a row leads to its view, its check, its document and its dead letters")
    func links() async throws {
        let tester = try await loaded()
        tester.press(.action(.open))
        #expect(tester.takeRoute() == Route("store", ["history"]))
        tester.press(.action(.describe))
        #expect(tester.takeRoute() == Route("store", ["history"]))
        tester.press(.action(.storeCheck))
        #expect(tester.takeRoute() == Route("store", ["history", "check"]))
        tester.press(.action(.dead))
        #expect(tester.takeRoute() == Route("dead", ["store", "history"]))
        tester.press(.action(.raw))
        #expect((tester.takeScreen() as? DocumentScreen)?.name == "Store history, raw")
        tester.finish()
    }

    @Test("a store of the configuration cannot be deleted, and the reason names the line")
    func deletionRefused() async throws {
        let tester = try await loaded()
        #expect(
            tester.refusal(of: .action(.delete))
                == "history is defined in larder.yaml line 14, and can only be removed there")
        tester.finish()
    }

    @Test("deleting reads the store again, asks for its name, deletes and reports")
    func deletion() async throws {
        let tester = try await loaded()
        tester.send(.list(.cursorMoved(.rows(2)))) {
            $0.list.apply(.cursorMoved(.rows(2)), StoresScreen.list, tester.context)
        }
        tester.press(.action(.delete))
        await tester.runEffect("deletion")
        let question = try #require(tester.takeConfirmation())
        #expect(question.confirmation.level == .typed)
        #expect(question.confirmation.expected == "redis-eu")
        #expect(question.confirmation.command == "larder stores delete redis-eu")
        #expect(question.confirmation.consequence.contains("4 jobs that feed it will end"))
        #expect(showcase.orders.isEmpty)
        tester.send(question.message)
        let work = try #require(
            tester.take { if case .run(let run) = $0.kind, run.key == nil { run.work } else { nil } })
        await work(EffectSender { _ in })
        #expect(showcase.orders == [.deleteStore("redis-eu")])
        tester.send(
            .deletion(.carriedOut([OrderOutcome(target: "redis-eu", result: .done, message: "its contents stay")]))
        ) { $0.list.loadStarted(tester.context) }
        #expect(
            tester.takeNotice()
                == Notice(.done, "deleted redis-eu (its contents stay)", detail: "redis-eu: done - its contents stay"))
        let left = try await rows()
        await tester.runEffect("stores") { $0.list.loaded(left, StoresScreen.list, tester.context) }
        #expect(names(tester) == ["history", "redis-canary", "redis-online"])
        tester.finish()
    }

    @Test("several marked stores are deleted after their number was typed; those of the configuration are skipped")
    func deletionOfMarked() async throws {
        let tester = try await loaded()
        tester.press(.action(.markAll)) { $0.list.apply(.allMarkToggled, StoresScreen.list, tester.context) }
        tester.press(.action(.delete))
        await tester.runEffect("deletion")
        let question = try #require(tester.takeConfirmation())
        #expect(question.confirmation.expected == "2")
        #expect(question.confirmation.targets.count == 4)
        tester.finish()
    }

    @Test("an empty list refuses what needs a row")
    func empty() {
        let tester = ScreenTester(screen())
        for action in [ActionID.open, .raw, .dead, .delete, .storeCheck, .cursorDown] {
            #expect(tester.refusal(of: .action(action)) == "the list is empty", "\(action.rawValue)")
        }
        tester.finish()
    }

    @Test("what can be copied: the name, the row with secrets masked, the commands")
    func copies() async throws {
        let tester = try await loaded(filter: "redis on")
        let choices = tester.screen.copies(tester.state)
        #expect(choices.map(\.label) == ["name", "row as JSON", "as command", "list as command"])
        #expect(choices[0].text == "redis-online")
        #expect(choices[1].text.contains("\"password\": \"•••\""))
        #expect(choices[3].text == "larder stores list --filter 'redis on'")
        tester.finish()
    }

    @Test("filter, order and marks follow the keys")
    func listKeys() async throws {
        let tester = try await loaded()
        tester.press(.filterTyped("redis")) { $0.list.apply(.filterTyped("redis"), StoresScreen.list, tester.context) }
        tester.press(.sortPicked("holds")) { $0.list.apply(.sortPicked("holds"), StoresScreen.list, tester.context) }
        #expect(names(tester) == ["redis-canary", "redis-eu", "redis-online"])
        tester.press(.sortPicked("holds")) { $0.list.apply(.sortPicked("holds"), StoresScreen.list, tester.context) }
        #expect(names(tester) == ["redis-online", "redis-eu", "redis-canary"])
        tester.finish()
    }

    @Test("the list looks right at every size")
    func pictures() async {
        await Gallery.expect(Route("stores"), "stores")
        await Gallery.expect(Route("stores"), "stores-wide", sizes: [(120, 40)]) { gallery in
            await gallery.press(.character(":"))
            await gallery.type("wide on")
            await gallery.press(.enter)
        }
        await Gallery.expect(
            Route("stores"), "stores-empty", ShowcaseScenario(population: .empty), sizes: [(80, 24), (40, 10)])
    }

    @Test("a window that is resized is laid out anew with the cursor in view")
    func resized() async {
        let gallery = Gallery(Route("stores"))
        await gallery.settle()
        await gallery.press(.end)
        gallery.driver.send(.resized(Size(columns: 40, rows: 10)))
        #expect(gallery.text.contains("> * redis-online"))
        gallery.driver.send(.resized(Size(columns: 24, rows: 3)))
        #expect(gallery.text.contains("need 40x10"))
        gallery.driver.send(.resized(Size(columns: 80, rows: 24)))
        gallery.expect("stores-resized-80x24")
        await gallery.driver.close()
    }

    @Test("a question before deleting looks right")
    func question() async {
        let gallery = Gallery(Route("stores"))
        await gallery.settle()
        await gallery.press(.end, .up, .character("D"))
        gallery.expect("stores-delete-80x24")
        await gallery.press(.escape)
        #expect(gallery.showcase.orders.isEmpty)
        await gallery.driver.close()
    }
}
