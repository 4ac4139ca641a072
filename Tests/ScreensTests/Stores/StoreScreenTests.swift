import ConsoleKit
import FeatureModel
import Operations
import ScreenTestKit
import Showcase
import Testing
import TextCanvas

@testable import Screens

@Suite("A store's view")
struct StoreScreenTests {
    private let showcase = Showcase()

    private func screen(_ name: StoreName, _ part: StorePart = .overview) -> StoreScreen {
        StoreScreen(
            store: name, operations: showcase.operations,
            refreshing: Refreshing(interval: .seconds(2), changes: showcase.operations.changes), opening: part)
    }

    private func answer(_ name: StoreName) async throws -> StoreScreen.Answer {
        let summary = try await showcase.operations.stores.get(name)
        let sets = try await showcase.operations.featureSets.list(nil).map(FeatureSetRow.init)
        return StoreScreen.Answer(
            summary: summary, sets: sets.filter { summary.featureSets.contains($0.id) },
            jobs: try await showcase.operations.jobs.list(JobQuery(store: name)).map(JobRow.init))
    }

    private func loaded(_ name: StoreName) async throws -> ScreenTester<StoreScreen> {
        let tester = ScreenTester(screen(name))
        let answer = try await answer(name)
        tester.start { $0.load = .loading(since: tester.now) }
        #expect(tester.takeTimer("refresh")?.delay == .seconds(2))
        #expect(tester.takeFollowing() == "changes")
        await tester.runEffect("store") { state in
            state.summary = answer.summary
            state.load = .fresh(at: tester.now)
            state.subscriptions.loaded(
                SubscriptionRow.rows(of: answer.summary), StoreScreen.subscriptionList, tester.context)
            state.sets.loaded(answer.sets, StoreScreen.setList, tester.context)
            state.jobs.loaded(answer.jobs, StoreScreen.jobList, tester.context)
            state.settings.loaded(
                answer.summary.settings.map(SettingRow.init), StoreScreen.settingList, tester.context)
            state.facts.loaded(answer.summary.facts.map(FactRow.init), StoreScreen.factList, tester.context)
            tester.screen.layOut(&state)
        }
        return tester
    }

    private func focus(_ pane: StoreScreen.Pane, _ tester: ScreenTester<StoreScreen>) {
        tester.send(.paneChosen(pane)) { state in
            state.focus = pane
            tester.screen.layOut(&state)
        }
    }

    @Test("tab goes round the panes, and back")
    func panes() async throws {
        let tester = try await loaded("redis-online")
        for pane in [StoreScreen.Pane.sets, .jobs, .settings, .facts, .check, .subscriptions] {
            tester.press(.action(.paneNext)) { state in
                state.focus = pane
                tester.screen.layOut(&state)
            }
        }
        tester.press(.action(.panePrevious)) { state in
            state.focus = .check
            tester.screen.layOut(&state)
        }
        tester.finish()
    }

    @Test("each pane's rows lead where they name")
    func links() async throws {
        let tester = try await loaded("redis-online")
        tester.press(.action(.open))
        #expect(tester.takeRoute() == Route("sets", ["matching", "risk", "*"]))
        focus(.sets, tester)
        let set = try #require(tester.state.sets.cursorRow)
        tester.press(.action(.open))
        #expect(tester.takeRoute() == Route("set", [set.id.description]))
        focus(.jobs, tester)
        #expect(tester.state.jobs.cursorRow?.id == "ing-7f3a")
        tester.press(.action(.open))
        #expect(tester.takeRoute() == Route("job", ["ing-7f3a"]))
        tester.press(.action(.logs))
        #expect(tester.takeRoute() == Route("job", ["ing-7f3a", "log"]))
        tester.press(.action(.dead))
        #expect(tester.takeRoute() == Route("dead", ["store", "redis-online"]))
        focus(.settings, tester)
        #expect(tester.refusal(of: .action(.open))?.contains("larder stores apply") == true)
        #expect(tester.refusal(of: .action(.logs))?.contains("stores keep no log") == true)
        focus(.facts, tester)
        #expect(tester.refusal(of: .action(.open))?.contains("a check asks it anew") == true)
        tester.finish()
    }

    @Test("a check shows its steps, and says that all is well")
    func check() async throws {
        let tester = try await loaded("redis-online")
        let check = try await showcase.operations.stores.check("redis-online")
        tester.press(.action(.storeCheck)) { state in
            state.focus = .check
            state.check.loadStarted(tester.context)
            tester.screen.layOut(&state)
        }
        await tester.runEffect("check") { state in
            state.check.loaded(check.steps.map(CheckStepRow.init), StoreScreen.checkList, tester.context)
            tester.screen.layOut(&state)
        }
        #expect(tester.takeNotice() == Notice(.done, "redis-online is well: every step of the check passed"))
        tester.finish()
    }

    @Test("a failed check keeps the steps that were tried, and tells the error")
    func failedCheck() async throws {
        showcase.setStore("redis-eu", isDown: true)
        let tester = try await loaded("redis-eu")
        let check = try await showcase.operations.stores.check("redis-eu")
        tester.press(.action(.storeCheck)) { state in
            state.focus = .check
            state.check.loadStarted(tester.context)
            tester.screen.layOut(&state)
        }
        await tester.runEffect("check") { state in
            state.check.loaded(check.steps.map(CheckStepRow.init), StoreScreen.checkList, tester.context)
            tester.screen.layOut(&state)
        }
        #expect(tester.takeNotice()?.text == "redis-eu did not answer within 3 s")
        #expect(tester.state.check.rows.map(\.step.verdict) == [.ok, .fail, .notApplicable, .notApplicable])
        tester.finish()
    }

    @Test("what the store warns of stands out")
    func warnings() {
        let evicting = FactRow(fact: SettingValue(key: "eviction", value: "allkeys-lru: WARNING, …", isDefault: false))
        #expect(evicting.role == .warn)
        #expect(FactRow(fact: SettingValue(key: "eviction", value: "noeviction", isDefault: false)).role == .text)
    }

    @Test("a store that is not there says so, and what to do")
    func missing() async {
        let tester = ScreenTester(screen("nowhere"))
        tester.start { $0.load = .loading(since: tester.now) }
        await tester.runEffect("store") { state in
            state.load = .failed(
                Problem("there is no store nowhere", hint: "larder stores list shows those that there are"),
                at: tester.now, shownFrom: nil)
        }
        #expect(tester.takeNotice()?.level == .error)
        #expect(tester.picture().textSnapshot.contains("there is no store nowhere"))
        #expect(tester.refusal(of: .action(.delete)) == "the store was not read yet")
    }

    @Test("after it was deleted, its view is left")
    func deleted() async throws {
        let tester = try await loaded("redis-eu")
        tester.send(
            .deletion(.carriedOut([OrderOutcome(target: "redis-eu", result: .done, message: "its contents stay")])))
        #expect(tester.takeNotice()?.level == .done)
        let isLeft = tester.take { if case .navigate(.pop) = $0.kind { true } else { nil } }
        #expect(isLeft == true)
        tester.finish()
    }

    @Test("the document masks secrets and leaves defaults as remarks")
    func document() async throws {
        let yaml = StoreDocument.yaml(try await showcase.operations.stores.get("redis-canary"))
        #expect(yaml.contains("  password: •••\n"))
        #expect(yaml.contains("  # port: 6379\n"))
        #expect(yaml.contains("  - project: \"risk\"\n    name: \"card_*\"\n"))
    }

    @Test("a subscription that matches nothing is drawn as a warning")
    func brokenSubscription() async throws {
        let rows = SubscriptionRow.rows(of: try await showcase.operations.stores.get("redis-canary"))
        let row = try #require(rows.last)
        #expect(row.matches == 0)
        #expect(StoreScreen.subscriptionList.mark?(row, .ascii) == TableMark("!", .warn))
    }

    @Test("the view looks right at every size, with each pane in focus")
    func pictures() async {
        await Gallery.expect(Route("store", ["redis-online"]), "store")
        await Gallery.expect(Route("store", ["redis-canary", "check"]), "store-check", sizes: [(80, 24)])
        await Gallery.expect(Route("store", ["redis-canary"]), "store-facts", sizes: [(80, 24)]) { gallery in
            await gallery.press(.tab, .tab, .tab, .tab)
        }
        await Gallery.expect(Route("store", ["history"]), "store-jobs", sizes: [(80, 24)]) { gallery in
            await gallery.press(.tab, .tab)
        }
    }

    @Test("a click gives a pane the focus, then a row the cursor")
    func clicks() async {
        let gallery = Gallery(Route("store", ["redis-online"]), columns: 120, rows: 40)
        await gallery.settle()
        let lines = gallery.text.split(separator: "\n", omittingEmptySubsequences: false)
        let rule = lines.firstIndex { $0.contains("Jobs [") } ?? 0
        gallery.driver.send(.mouse(MouseEvent(action: .click, position: Position(column: 6, row: rule))))
        #expect(gallery.text.contains("\n>- Jobs ["))
        await gallery.driver.close()
    }
}
