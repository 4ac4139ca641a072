import ConsoleKit
import FeatureModel
import Operations
import ScreenTestKit
import Showcase
import Testing
import TextCanvas

@testable import Screens

@Suite("The list of ingestion jobs")
struct JobsScreenTests {
    private let showcase = Showcase()

    private func screen(_ scope: JobScope = .all, filter: String = "") -> JobsScreen {
        JobsScreen(
            jobs: showcase.operations.jobs,
            refreshing: Refreshing(interval: .seconds(2), changes: showcase.operations.changes), scope: scope,
            filter: filter)
    }

    private func loaded(_ scope: JobScope = .all, filter: String = "") async throws -> ScreenTester<JobsScreen> {
        let tester = ScreenTester(screen(scope, filter: filter))
        let rows = try await showcase.operations.jobs.list(scope.query).filter(scope.includes).map(JobRow.init)
        tester.start { $0.list.loadStarted(tester.context) }
        #expect(tester.takeTimer("refresh")?.delay == .seconds(2))
        await tester.runEffect("jobs") { $0.list.loaded(rows, JobsScreen.list, tester.context) }
        #expect(tester.takeFollowing() == "changes")
        return tester
    }

    @Test("troubled jobs come first: errors, ending ones, then running ones by lag")
    func order() async throws {
        let tester = try await loaded()
        let shown = (0..<tester.state.list.shown.count).compactMap { tester.state.list.shownRow($0) }
        #expect(shown.first?.summary.job.status == .error)
        let places = shown.map(\.rank)
        for (one, other) in zip(places, places.dropFirst()) {
            let pairs = zip(one, other).first { $0 != $1 }
            #expect(pairs.map { $0.precedes($1, descending: false) } ?? true)
        }
        tester.finish()
    }

    @Test("a lost heartbeat is said in a word and drawn as an error")
    func lostHeartbeat() throws {
        var job = Job(id: "ing-1", source: .local, store: "online", featureSets: [], createdAt: .zero)
        job.status = .running
        let row = JobRow(
            summary: JobSummary(
                job: job, rowsPerSecond: nil, deadLetters24h: 0, statusSince: .zero, hasLostHeartbeat: true))
        #expect(row.status == "RUNNING LOST")
        #expect(row.role(WallTime(seconds: 10)) == .error)
        #expect(JobsScreen.list.mark?(row, .ascii) == TableMark("!", .error))
    }

    @Test("a job that takes long to end is drawn as stuck")
    func stuck() {
        var job = Job(id: "ing-1", source: .local, store: "online", featureSets: [], createdAt: .zero)
        job.status = .aborting
        let row = JobRow(
            summary: JobSummary(
                job: job, rowsPerSecond: nil, deadLetters24h: 0, statusSince: Timestamp(seconds: 100),
                hasLostHeartbeat: false))
        #expect(row.role(WallTime(seconds: 160)) == .ending)
        #expect(row.role(WallTime(seconds: 161)) == .warn)
    }

    @Test("enter, l, v and u open the job, its log, its history and its dead letters")
    func links() async throws {
        let tester = try await loaded()
        let id = try #require(tester.state.list.cursorRow?.id.rawValue)
        tester.press(.action(.open))
        #expect(tester.takeRoute() == Route("job", [id]))
        tester.press(.action(.logs))
        #expect(tester.takeRoute() == Route("job", [id, "log"]))
        tester.press(.action(.history))
        #expect(tester.takeRoute() == Route("job", [id, "history"]))
        tester.press(.action(.dead))
        #expect(tester.takeRoute() == Route("dead", ["job", id]))
        tester.finish()
    }

    @Test("stopping reads the target again, asks with its state and the command, orders, and says what came of it")
    func stopOne() async throws {
        let tester = try await loaded(filter: "ing-2b77")
        tester.press(.action(.jobStop))
        await tester.runEffect("order")
        let question = try #require(tester.takeConfirmation())
        #expect(question.confirmation.level == .dialog)
        #expect(question.confirmation.command == "larder jobs stop ing-2b77")
        #expect(question.confirmation.targets.first?.map(\.text).joined().contains("RUNNING") == true)
        #expect(question.confirmation.consequence.contains("nothing is lost"))
        tester.send(question.message)
        await tester.runEffect("order") { $0.list.loadStarted(tester.context) }
        #expect(tester.takeNotice()?.text.hasPrefix("stopped ing-2b77") == true)
        #expect(showcase.orders == [.stopJobs(["ing-2b77"])])
        #expect(try await showcase.operations.jobs.get("ing-2b77").job.desired == .stopped)
        _ = tester.take { if case .run = $0.kind { true } else { nil } }
        tester.finish()
    }

    @Test("pausing one job asks on a line; the same key lets it go on")
    func suspend() async throws {
        let tester = try await loaded(filter: "ing-2b77")
        tester.press(.action(.jobSuspend))
        await tester.runEffect("order")
        let question = try #require(tester.takeConfirmation())
        #expect(question.confirmation.level == .line)
        #expect(question.confirmation.title == "Suspend ingestion job ing-2b77")
        #expect(question.confirmation.command == "larder jobs suspend ing-2b77")
        tester.send(question.message)
        await tester.runEffect("order") { $0.list.loadStarted(tester.context) }
        #expect(tester.takeNotice()?.text.hasPrefix("suspended ing-2b77") == true)
        #expect(showcase.orders == [.suspendJobs(["ing-2b77"])])
        let paused = try await loaded(filter: "ing-33b1")
        paused.press(.action(.jobSuspend))
        await paused.runEffect("order")
        #expect(paused.takeConfirmation()?.confirmation.command == "larder jobs resume ing-33b1")
        let ended = try await loaded(filter: "ing-02ff")
        #expect(ended.refusal(of: .action(.jobSuspend)) == "ing-02ff: not running (ABORTED)")
    }

    @Test("several jobs want their number typed; those that cannot are listed and skipped")
    func stopSeveral() async throws {
        let tester = try await loaded(filter: "ing-2b77|ing-5d10|ing-91c0")
        tester.press(.action(.markAll)) { $0.list.apply(.allMarkToggled, JobsScreen.list, tester.context) }
        tester.press(.action(.jobStop))
        await tester.runEffect("order")
        let question = try #require(tester.takeConfirmation())
        #expect(question.confirmation.level == .typed)
        #expect(question.confirmation.expected == "2")
        let lines = question.confirmation.targets.map { $0.map(\.text).joined() }
        #expect(lines.count == 3)
        #expect(lines.contains { $0.contains("will be skipped") })
        tester.finish()
    }

    @Test("a job that changed between question and answer is skipped and reported")
    func changedMeanwhile() async throws {
        let tester = try await loaded(filter: "ing-2b77|ing-5d10")
        tester.press(.action(.markAll)) { $0.list.apply(.allMarkToggled, JobsScreen.list, tester.context) }
        tester.press(.action(.jobStop))
        await tester.runEffect("order")
        let question = try #require(tester.takeConfirmation())
        _ = try await showcase.operations.jobs.stop(["ing-2b77"])
        tester.send(question.message)
        await tester.runEffect("order") { $0.list.loadStarted(tester.context) }
        let notice = try #require(tester.takeNotice())
        #expect(notice.text.contains("stopped 1"))
        #expect(notice.text.contains("skipped 1 (already stopping)"))
        #expect(showcase.orders.last == .stopJobs(["ing-5d10"]))
    }

    @Test("an order that no target can take says why")
    func refusals() async throws {
        let ended = try await loaded(filter: "ing-02ff")
        #expect(ended.refusal(of: .action(.jobStop)) == "ing-02ff: already ended (ABORTED)")
        let ending = try await loaded(filter: "ing-91c0")
        #expect(ending.refusal(of: .action(.jobRestart))?.contains("still stopping") == true)
        let none = try await loaded(filter: "nothing-like-it")
        #expect(none.refusal(of: .action(.jobStop)) == "the list is empty")
        #expect(none.refusal(of: .action(.open)) == "the list is empty")
    }

    @Test("a failed load keeps the rows, dated, and tells why")
    func failure() async throws {
        let tester = try await loaded()
        showcase.setReachable(false)
        tester.press(.action(.refresh)) { $0.list.loadStarted(tester.context) }
        await tester.runEffect("jobs") { state in
            let problem = tester.effects.compactMap { effect -> Notice? in
                if case .notify(let notice) = effect.kind { notice } else { nil }
            }.first.map { Problem($0.text, hint: $0.detail.isEmpty ? nil : $0.detail) }
            if let problem { state.list.loadFailed(problem, tester.context) }
        }
        #expect(tester.takeNotice()?.level == .error)
        #expect(!tester.state.list.rows.isEmpty)
        #expect(tester.state.list.load.problem != nil)
    }

    @Test("a project, a store or a feature set narrows the list")
    func scopes() async throws {
        let project = try await loaded(JobScope(["risk"], defaultProject: "risk"))
        #expect(
            project.state.list.rows.allSatisfy { row in row.summary.job.featureSets.contains { $0.project == "risk" } })
        let store = try await loaded(JobScope(["store", "redis-online"], defaultProject: "risk"))
        #expect(!store.state.list.rows.isEmpty)
        #expect(store.state.list.rows.allSatisfy { $0.summary.job.store == "redis-online" })
        #expect(throws: Problem.self) { _ = try JobScope(["set", "/"], defaultProject: "risk") }
        #expect(throws: Problem.self) { _ = try JobScope(["store", "a", "b"], defaultProject: "risk") }
    }

    @Test("id, document and commands can be copied")
    func copies() async throws {
        let tester = try await loaded(filter: "ing-2b77")
        let copies = tester.screen.copies(tester.state)
        #expect(copies.map(\.label) == ["id", "row as JSON", "as command", "list as command"])
        #expect(copies[1].text.hasPrefix(#"{"kind": "Job", "id": "ing-2b77", "status": "RUNNING""#))
        #expect(copies[2].text == "larder jobs get ing-2b77")
    }

    @Test("it looks as drawn at every size")
    func pictures() async {
        await Gallery.expect(Route("jobs"), "jobs")
        await Gallery.expect(Route("jobs"), "jobs-empty", ShowcaseScenario(population: .empty), sizes: [(80, 24)])
        await Gallery.expect(Route("jobs", filter: "ing-2b77|ing-91c0"), "jobs-stop", sizes: [(80, 24), (40, 10)]) {
            await $0.press(.character("*"), .character("X"))
        }
    }

    @Test("while read-only nothing can be ordered")
    func readOnly() async {
        let gallery = Gallery(Route("jobs"), ShowcaseScenario(isReadOnly: true))
        await gallery.settle()
        await gallery.press(.character("X"))
        #expect(gallery.text.contains("read-only"))
        #expect(gallery.showcase.orders.isEmpty)
        await gallery.driver.close()
    }
}
