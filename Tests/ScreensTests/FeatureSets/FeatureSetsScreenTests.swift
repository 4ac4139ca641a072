import ConsoleKit
import FeatureModel
import Operations
import ScreenTestKit
import Showcase
import Testing
import TextCanvas

@testable import Screens

@Suite("The list of feature sets")
struct FeatureSetsScreenTests {
    private let showcase = Showcase()

    private func loaded(_ scope: FeatureSetScope = .all) async throws -> ScreenTester<FeatureSetsScreen> {
        let tester = ScreenTester(
            FeatureSetsScreen(
                featureSets: showcase.operations.featureSets,
                refreshing: Refreshing(interval: .seconds(2), changes: showcase.operations.changes), scope: scope))
        let rows = try await showcase.operations.featureSets.list(scope.project).filter(scope.includes)
            .map(FeatureSetRow.init)
        tester.start { $0.list.loadStarted(tester.context) }
        #expect(tester.takeTimer("refresh")?.delay == .seconds(2))
        #expect(tester.takeFollowing() == "changes")
        await tester.runEffect("sets") { $0.list.loaded(rows, FeatureSetsScreen.list, tester.context) }
        return tester
    }

    @Test("what no store takes comes first, then sets with problems, pending ones, the rest by name")
    func order() async throws {
        let tester = try await loaded()
        let shown = tester.state.list.shown.indices.compactMap { tester.state.list.shownRow($0) }
        #expect(shown.count == 58)
        #expect(shown.first?.id.description == "ads/legacy_ctr")
        let conditions = shown.map(\.condition)
        #expect(conditions == conditions.sorted())
        #expect(conditions.last == .ready)
        tester.finish()
    }

    @Test(
        "the words of :sets narrow the list",
        arguments: [
            (["risk"], 18), (["store", "redis-canary"], 7), (["matching", "core", "customer*"], 5), (["all"], 58),
        ])
    func scopes(_ words: [String], _ count: Int) async throws {
        let tester = try await loaded(try FeatureSetScope(words))
        #expect(tester.state.list.rows.count == count)
        tester.finish()
    }

    @Test("wrong words are refused with those that would do")
    func wrongScope() {
        #expect(throws: Problem(":sets takes a project, store NAME, or matching PROJECT NAME")) {
            try FeatureSetScope(["store", "a", "b"])
        }
    }

    @Test("a row leads to its view, its problems, its document, the inspector and its dead letters")
    func links() async throws {
        let tester = try await loaded(.project("risk"))
        #expect(tester.state.list.cursorRow?.id.name == "card_auth")
        tester.press(.action(.open))
        #expect(tester.takeRoute() == Route("set", ["risk/card_auth"]))
        tester.press(.action(.wiring))
        #expect(tester.takeRoute() == Route("set", ["risk/card_auth", "problems"]))
        tester.press(.action(.inspect))
        #expect(tester.takeRoute() == Route("get", ["customer_id=", "risk/card_auth:*"]))
        tester.press(.action(.dead))
        #expect(tester.takeRoute() == Route("dead", ["set", "risk/card_auth"]))
        tester.press(.action(.raw))
        #expect((tester.takeScreen() as? DocumentScreen)?.name == "Feature set risk/card_auth, YAML")
        tester.finish()
    }

    @Test("what cannot be done says why")
    func refusals() async throws {
        let tester = try await loaded()
        #expect(
            tester.refusal(of: .action(.inspect))
                == "no store subscribes to ads/legacy_ctr: there is nothing to look at")
        tester.send(.list(.cursorMoved(.last))) {
            $0.list.apply(.cursorMoved(.last), FeatureSetsScreen.list, tester.context)
        }
        #expect(tester.refusal(of: .action(.wiring)) == "nothing is wrong with risk/session_path")
        tester.finish()
    }

    @Test("the title counts troubled sets while nothing is filtered")
    func title() async throws {
        let tester = try await loaded()
        let context = RenderContext(now: tester.now)
        #expect(tester.screen.title(tester.state, context).note.map(\.text) == ["14 with problems"])
        tester.press(.filterTyped("core")) {
            $0.list.apply(.filterTyped("core"), FeatureSetsScreen.list, tester.context)
        }
        #expect(tester.screen.title(tester.state, context).note.isEmpty)
        tester.finish()
    }

    @Test("what can be copied: the name, the row, the commands with scope and filter")
    func copies() async throws {
        let tester = try await loaded(.project("risk"))
        let choices = tester.screen.copies(tester.state)
        #expect(choices[0] == CopyChoice("name", "risk/card_auth"))
        #expect(choices[1].text.hasPrefix("{\"kind\": \"FeatureSet\", \"project\": \"risk\", \"name\": \"card_auth\""))
        #expect(choices[2].text == "larder feature-sets get risk/card_auth")
        #expect(choices[3].text == "larder feature-sets list --project risk")
        tester.finish()
    }

    @Test("the list looks right at every size, empty, failed and loading")
    func pictures() async {
        await Gallery.expect(Route("sets"), "sets")
        await Gallery.expect(Route("sets", ["ads"], filter: "click"), "sets-filtered", sizes: [(80, 24)])
        await Gallery.expect(
            Route("sets"), "sets-empty", ShowcaseScenario(population: .empty), sizes: [(80, 24), (60, 16)])
        let gallery = Gallery(Route("stores"))
        await gallery.settle()
        gallery.showcase.setReachable(false)
        await gallery.press(.character("3"))
        gallery.expect("sets-failed-80x24")
        await gallery.driver.close()
    }

    @Test("a view that waits for its first rows says so, and gets them")
    func waiting() async {
        let gallery = Gallery(Route("stores"))
        await gallery.settle()
        gallery.showcase.hold()
        gallery.driver.press(.character("3"))
        gallery.clock.advance(by: .seconds(4))
        #expect(gallery.text.contains("loading 4.0s"))
        gallery.showcase.release()
        await gallery.settle()
        #expect(gallery.text.contains("Feature sets [58]"))
        await gallery.driver.close()
    }
}
