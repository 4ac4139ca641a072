import ConsoleKit
import FeatureModel
import Operations
import ScreenTestKit
import Showcase
import Testing
import TextCanvas

@testable import Screens

@Suite("The list of exports, and one export")
struct ExportsScreenTests {
    private let showcase = Showcase()

    private func loaded(filter: String = "") async throws -> ScreenTester<ExportsScreen> {
        let operations = showcase.operations
        let tester = ScreenTester(
            ExportsScreen(
                exports: operations.exports,
                refreshing: Refreshing(interval: .seconds(2), changes: operations.changes), filter: filter))
        let rows = try await operations.exports.list().map(ExportRow.init)
        tester.start { $0.list.loadStarted(tester.context) }
        #expect(tester.takeTimer("refresh")?.delay == .seconds(2))
        await tester.runEffect("exports") { $0.list.loaded(rows, ExportsScreen.list, tester.context) }
        #expect(tester.takeFollowing() == "changes")
        return tester
    }

    @Test("those at work come first, then failed ones")
    func order() async throws {
        let tester = try await loaded()
        let shown = (0..<tester.state.list.shown.count).compactMap { tester.state.list.shownRow($0)?.export.status }
        #expect(shown == [.running, .cancelling, .pending, .failed, .done, .done, .cancelled])
        tester.finish()
    }

    @Test("progress is only said where the number of rows is known, a guess only after 10 s and 5 %")
    func progress() {
        let request = ExportRequest(rowsPath: "/in.csv", features: [], outputPath: "/out.csv", outputFormat: .csv)
        var export = Export(id: "exp-1", request: request, createdAt: .zero)
        export.status = .running
        export.stage = .joining
        export.startedAt = Timestamp(seconds: 100)
        export.rowsDone = 50
        #expect(ExportRow(export: export).percent == "-")
        export.rows = 1_000
        let row = ExportRow(export: export)
        #expect(row.percent == "5")
        #expect(row.stage == "3/5 joining")
        #expect(row.guess(WallTime(seconds: 109)) == "-")
        #expect(row.guess(WallTime(seconds: 110)) == "~3m")
        export.rowsDone = 49
        #expect(ExportRow(export: export).guess(WallTime(seconds: 200)) == "-")
    }

    @Test("+ begins a new one, on a failed one the same again")
    func new() async throws {
        let tester = try await loaded()
        tester.press(.action(.new))
        #expect(tester.takeRoute() == Route("export", ["new"]))
        let failed = try await loaded(filter: "exp-114")
        failed.press(.action(.new))
        #expect(failed.takeRoute() == Route("export", ["new", "from", "exp-114"]))
    }

    @Test("cancelling reads the target again, asks, orders, and says what came of it")
    func cancel() async throws {
        let tester = try await loaded(filter: "exp-118")
        tester.press(.action(.jobStop))
        await tester.runEffect("cancel")
        let question = try #require(tester.takeConfirmation())
        #expect(question.confirmation.level == .dialog)
        #expect(question.confirmation.command == "larder exports cancel exp-118")
        tester.send(question.message)
        await tester.runEffect("cancel") { $0.list.loadStarted(tester.context) }
        #expect(tester.takeNotice()?.text.hasPrefix("cancelling exp-118") == true)
        #expect(showcase.orders == [.cancelExport("exp-118")])
    }

    @Test("what has ended cannot be cancelled, and says so")
    func refusals() async throws {
        let tester = try await loaded(filter: "exp-116")
        #expect(tester.refusal(of: .action(.jobStop)) == "exp-116 has ended (done)")
        let none = try await loaded(filter: "nothing")
        #expect(none.refusal(of: .action(.jobStop)) == "the list is empty")
    }

    @Test("an export that ends while it is watched is told once")
    func ending() async throws {
        let operations = showcase.operations
        let tester = ScreenTester(
            ExportScreen(
                id: "exp-118", exports: operations.exports,
                refreshing: Refreshing(interval: .seconds(2), changes: operations.changes)))
        var export = try await operations.exports.get("exp-118")
        tester.send(.exportLoaded(.success(export))) { state in
            state.export = export
            state.load = .fresh(at: tester.now)
            state.features.setLines(export.request.features.map(\.description))
            tester.screen.layOut(&state)
        }
        export.status = .done
        export.rowsDone = 812_440
        export.files = ["/srv/exports/x.csv.gz"]
        export.finishedAt = Timestamp(seconds: tester.now.seconds)
        tester.send(.exportLoaded(.success(export))) {
            $0.export = export
            tester.screen.layOut(&$0)
        }
        #expect(tester.takeNotice()?.text == "exp-118 done: 812,440 rows in 3m12s")
        tester.send(.exportLoaded(.success(export)))
        #expect(tester.takeNotice() == nil)
    }

    @Test("it looks as drawn at every size")
    func pictures() async {
        await Gallery.expect(Route("exports"), "exports")
        await Gallery.expect(Route("exports"), "exports-empty", ShowcaseScenario(population: .empty), sizes: [(80, 24)])
        await Gallery.expect(Route("export", ["exp-118"]), "export-running")
        await Gallery.expect(Route("export", ["exp-114"]), "export-failed", sizes: [(80, 24)])
    }
}
