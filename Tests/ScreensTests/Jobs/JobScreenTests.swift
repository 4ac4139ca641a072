import ConsoleKit
import FeatureModel
import Operations
import ScreenTestKit
import Showcase
import Testing
import TextCanvas

@testable import Screens

@Suite("One ingestion job")
struct JobScreenTests {
    private let showcase = Showcase()

    private func opened(_ part: JobPart = .overview) async -> ScreenTester<JobScreen> {
        let operations = showcase.operations
        let tester = ScreenTester(
            JobScreen(
                id: "ing-2b77", jobs: operations.jobs, featureSets: operations.featureSets,
                refreshing: Refreshing(interval: .seconds(2), changes: operations.changes), opening: part))
        tester.start { $0.load = .loading(since: tester.now) }
        #expect(tester.takeTimer("refresh")?.delay == .seconds(2))
        #expect(tester.takeFollowing() == "changes")
        return tester
    }

    private func loaded(_ part: JobPart = .overview) async throws -> ScreenTester<JobScreen> {
        let tester = await opened(part)
        let summary = try await showcase.operations.jobs.get("ing-2b77")
        let sets = try await showcase.operations.featureSets.list(nil)
        let metrics = try await showcase.operations.jobs.metrics("ing-2b77")
        let events = try await showcase.operations.jobs.history("ing-2b77")
        await tester.runEffect("job") { state in
            state.summary = summary
            state.load = .fresh(at: tester.now)
            state.sets.loaded(JobSetRow.rows(of: summary, sets, metrics), JobScreen.setList, tester.context)
            state.metrics = metrics
            state.partitions.loaded(
                metrics.partitions.map(JobPartitionRow.init), JobScreen.partitionList, tester.context)
            let rows = events.enumerated().map { JobEventRow(id: events.count - $0.offset, event: $0.element) }
            state.history.loaded(rows, JobScreen.historyList, tester.context)
            tester.screen.layOut(&state)
        }
        let chunk = try await showcase.operations.jobs.log("ing-2b77", nil, LogPane.page)
        await tester.runEffect("log") { state in
            _ = state.log.took(chunk)
            tester.screen.layOut(&state)
        }
        return tester
    }

    @Test("it reads the job, its sets, its history and its log, and goes on reading the log where it ended")
    func loading() async throws {
        let tester = try await loaded()
        #expect(tester.state.log.text.lines.count == 2_000)
        let next = tester.state.log.next
        await tester.runEffect("log")
        #expect(tester.state.log.next == next)
        tester.finish()
    }

    @Test("tab goes round the panes; m, l, v and d choose one")
    func panes() async throws {
        let tester = try await loaded()
        for pane in [JobScreen.Pane.metrics, .log, .history, .sets] {
            tester.press(.action(.paneNext)) {
                $0.focus = pane
                tester.screen.layOut(&$0)
            }
        }
        tester.press(.action(.panePrevious)) {
            $0.focus = .history
            tester.screen.layOut(&$0)
        }
        tester.press(.action(.logs)) {
            $0.focus = .log
            tester.screen.layOut(&$0)
        }
        #expect(tester.screen.focus(tester.state) == .text(search: ""))
        tester.press(.action(.metrics)) {
            $0.focus = .metrics
            tester.screen.layOut(&$0)
        }
        #expect(tester.state.partitions.rows.count == 6)
    }

    @Test("a log follows its end, stops following, and shows only what matters")
    func log() async throws {
        let tester = try await loaded(.log)
        #expect(tester.state.log.text.isFollowing)
        tester.press(.action(.follow)) { $0.log.apply(.followToggled) }
        #expect(!tester.state.log.text.isFollowing)
        tester.press(.action(.logLevel)) { $0.log.levelStepped() }
        tester.press(.action(.logLevel)) { $0.log.levelStepped() }
        #expect(tester.state.log.level == .warning)
        #expect(tester.state.log.text.lines.allSatisfy { LogLevel(line: $0).map { $0 >= .warning } ?? true })
        #expect(tester.state.log.text.lines.count < 2_000)
        tester.press(.filterTyped("slow")) { $0.log.apply(.searchTyped("slow")) }
        tester.press(.escaped) { $0.log.apply(.peeled) }
    }

    @Test("enter on a feature set opens it, u its dead letters")
    func links() async throws {
        let tester = try await loaded()
        let set = try #require(tester.state.sets.cursorRow?.id)
        tester.press(.action(.open))
        #expect(tester.takeRoute() == Route("set", [set.description]))
        tester.press(.action(.dead))
        #expect(tester.takeRoute() == Route("dead", ["job", "ing-2b77"]))
    }

    @Test("restarting asks first")
    func restart() async throws {
        let tester = try await loaded()
        tester.press(.action(.jobRestart))
        await tester.runEffect("order")
        let question = try #require(tester.takeConfirmation())
        #expect(question.confirmation.command == "larder jobs restart ing-2b77")
        #expect(showcase.orders.isEmpty)
    }

    @Test("a job that is not there says so in place of panes")
    func missing() async {
        let gallery = Gallery(Route("job", ["ing-none"]))
        await gallery.settle()
        #expect(gallery.text.contains("ing-none"))
        #expect(gallery.text.contains("failed"))
        await gallery.driver.close()
    }

    @Test("it looks as drawn at every size")
    func pictures() async {
        await Gallery.expect(Route("job", ["ing-2b77"]), "job")
        await Gallery.expect(Route("job", ["ing-7f3a", "log"]), "job-error", sizes: [(80, 24)])
    }
}
