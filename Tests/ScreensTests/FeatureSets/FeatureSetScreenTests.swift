import ConsoleKit
import FeatureModel
import Operations
import ScreenTestKit
import Showcase
import Testing
import TextCanvas

@testable import Screens

@Suite("A feature set's view")
struct FeatureSetScreenTests {
    private let showcase = Showcase()
    private let cardTransactions = FeatureSetReference(project: "risk", name: "card_txn")

    private func loaded(_ part: FeatureSetPart = .schema) async throws -> ScreenTester<FeatureSetScreen> {
        let operations = showcase.operations
        let tester = ScreenTester(
            FeatureSetScreen(
                reference: cardTransactions, operations: operations,
                refreshing: Refreshing(interval: .seconds(2), changes: operations.changes), opening: part))
        let summary = try await operations.featureSets.get(cardTransactions)
        let jobs = try await operations.jobs.list(JobQuery(featureSet: cardTransactions)).map(JobRow.init)
        let stores = try await operations.stores.list().filter { summary.stores.contains($0.name) }
        tester.start { $0.load = .loading(since: tester.now) }
        #expect(tester.takeTimer("refresh")?.delay == .seconds(2))
        #expect(tester.takeFollowing() == "changes")
        await tester.runEffect("set") { state in
            state.summary = summary
            state.load = .fresh(at: tester.now)
            state.schema.loaded(SchemaRow.rows(of: summary.record), FeatureSetScreen.schemaList, tester.context)
            state.stores.loaded(
                stores.map { store in
                    FeatureSetStoreRow(summary: store, job: jobs.first { $0.summary.job.store == store.name })
                }, FeatureSetScreen.storeList, tester.context)
            state.jobs.loaded(jobs, FeatureSetScreen.jobList, tester.context)
            state.problems.loaded(
                summary.problems.enumerated().map { ProblemRow(id: $0, text: $1) }, FeatureSetScreen.problemList,
                tester.context)
            tester.screen.layOut(&state)
        }
        return tester
    }

    @Test("the schema has entities first and removed features last")
    func schema() async throws {
        let customer = FeatureSetReference(project: "core", name: "customer")
        let record = try await showcase.operations.featureSets.get(customer).record
        let rows = SchemaRow.rows(of: record)
        #expect(rows.first?.kind == .entity)
        #expect(rows.last.map { "\($0.kind.rawValue) \($0.id)" } == "removed loyalty_tier")
    }

    @Test("the card of a feature has its labels and constraints")
    func card() async throws {
        let tester = try await loaded()
        let row = try #require(tester.state.schema.rows.first { $0.id == "count_7d" })
        #expect(
            row.card == """
                name: count_7d
                kind: feature
                valueType: INT64
                labels:
                  unit: transactions
                presence:
                  minCount: 1
                  minFraction: 0.95

                """)
        tester.send(.cardAsked(row))
        #expect((tester.takeScreen() as? DocumentScreen)?.name == "feature risk/card_txn:count_7d")
        tester.finish()
    }

    @Test("rows of the panes lead to stores, jobs and what is wrong")
    func links() async throws {
        let tester = try await loaded(.stores)
        tester.press(.action(.open))
        #expect(tester.takeRoute() == Route("store", ["history"]))
        tester.press(.action(.paneNext)) { state in
            state.focus = .jobs
            tester.screen.layOut(&state)
        }
        tester.press(.action(.open))
        #expect(tester.takeRoute() == Route("job", ["ing-7f3a"]))
        tester.press(.action(.logs))
        #expect(tester.takeRoute() == Route("job", ["ing-7f3a", "log"]))
        tester.press(.action(.wiring)) { state in
            state.focus = .problems
            tester.screen.layOut(&state)
        }
        tester.press(.action(.open))
        #expect(tester.takeRoute() == Route("job", ["ing-7f3a"]))
        tester.press(.action(.inspect))
        #expect(tester.takeRoute() == Route("get", ["customer_id=", "risk/card_txn:*"]))
        tester.press(.action(.dead))
        #expect(tester.takeRoute() == Route("dead", ["set", "risk/card_txn"]))
        tester.finish()
    }

    @Test("a failed refresh keeps what is shown, dated")
    func failure() async throws {
        let tester = try await loaded()
        showcase.setReachable(false)
        tester.press(.action(.refresh)) { $0.load = .refreshing(since: tester.now, shownFrom: tester.now) }
        await tester.runEffect("set") { state in
            state.load = .failed(
                Problem(
                    "the job-state database did not answer within 5 s",
                    hint: "it is asked again by itself; r asks now"), at: tester.now, shownFrom: tester.now)
        }
        #expect(tester.takeNotice()?.level == .error)
        #expect(tester.state.summary != nil)
        tester.finish()
    }

    @Test("the view looks right at every size")
    func pictures() async {
        await Gallery.expect(Route("set", ["risk/card_txn"]), "set")
        await Gallery.expect(Route("set", ["risk/merchant_daily", "problems"]), "set-problems", sizes: [(80, 24)])
        await Gallery.expect(Route("set", ["ads/legacy_ctr", "stores"]), "set-unstored", sizes: [(80, 24)])
    }

    @Test("a wrong name is refused, a missing set is told")
    func wrongNames() async throws {
        let catalog = LarderScreens.catalog(showcase.operations)
        #expect(throws: Problem.self) { try catalog.screen(for: Route("set")) }
        #expect(throws: Problem.self) { try catalog.screen(for: Route("set", ["a/b/c"])) }
        #expect(throws: Problem.self) { try catalog.screen(for: Route("set", ["risk/card_txn", "nonsense"])) }
        let gallery = Gallery(Route("set", ["risk/nowhere"]))
        await gallery.settle()
        #expect(gallery.text.contains("there is no feature set risk/nowhere"))
        await gallery.driver.close()
    }
}
