import FeatureModel
import LocalState
import Operations
import Testing

@testable import Services

@Suite("Jobs are made what the subscriptions ask for")
struct ReconcilerTests {
    private func opened(
        _ test: TestWorkspace
    ) async throws -> (Workspace, Reconciler) {
        let workspace = try await test.open()
        _ = try await LiveOperations.make(workspace).featureSets.apply(TestWorkspace.weatherYAML, "w.yaml", false)
        return (workspace, Reconciler(workspace: workspace, launches: LaunchMemory()))
    }

    @Test("every store that subscribes gets one job and one worker")
    func creation() async throws {
        let test = try TestWorkspace(
            configuration: TestWorkspace.configuration(stores: ["a", "b"]), runsWorkers: false)
        let (workspace, reconciler) = try await opened(test)
        #expect(try await reconciler.reconcile().allSatisfy { $0.result == .done })
        let jobs = try await workspace.database.jobs.list()
        #expect(Set(jobs.map(\.store)) == ["a", "b"])
        #expect(jobs.allSatisfy { $0.featureSets == [TestWorkspace.weather] && $0.status == .pending })
        #expect(Set(test.launched) == Set(jobs.map { .job($0.id) }))
        await workspace.close()
    }

    @Test("a job is not given a second worker while the first is starting, but after a while it is")
    func starting() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration(), runsWorkers: false)
        let (workspace, reconciler) = try await opened(test)
        for _ in 0..<3 { _ = try await reconciler.reconcile() }
        #expect(test.launched.count == 1)
        test.advance(seconds: 6)
        _ = try await reconciler.reconcile()
        #expect(test.launched.count == 2)
        await workspace.close()
    }

    @Test("a worker of this host that is dead is noticed at once, one of another host when its lease has run out")
    func deadWorker() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration(), runsWorkers: false)
        let (workspace, reconciler) = try await opened(test)
        _ = try await reconciler.reconcile()
        let job = try #require(try await workspace.onlyJob())
        test.revive(pid: 77)
        _ = try await workspace.database.jobs.claim(
            job.id, worker: WorkerIdentity(host: "here", pid: 77), at: test.now(), term: .seconds(15))
        test.advance(seconds: 6)
        _ = try await reconciler.reconcile()
        #expect(test.launched.count == 1)
        test.kill(pid: 77)
        _ = try await reconciler.reconcile()
        #expect(test.launched.count == 2)
        #expect(try await workspace.onlyJob()?.worker == nil)

        _ = try await workspace.database.jobs.claim(
            job.id, worker: WorkerIdentity(host: "elsewhere", pid: 5), at: test.now(), term: .seconds(15))
        test.advance(seconds: 10)
        _ = try await reconciler.reconcile()
        #expect(test.launched.count == 2)
        test.advance(seconds: 6)
        _ = try await reconciler.reconcile()
        #expect(test.launched.count == 3)
        await workspace.close()
    }

    @Test("a worker that dies again and again is tried after growing rests, and then the job is in error")
    func crashLoop() async throws {
        var terms = TestWorkspace.promptTerms
        terms.restarts.maxAttempts = 3
        let test = try TestWorkspace(configuration: TestWorkspace.configuration(), runsWorkers: false, terms: terms)
        let (workspace, reconciler) = try await opened(test)
        func dieAfterClaim(_ pid: Int32) async throws {
            let id = try #require(try await workspace.onlyJob()?.id)
            _ = try await workspace.database.jobs.claim(
                id, worker: WorkerIdentity(host: "here", pid: pid), at: test.now(), term: terms.lease)
            test.kill(pid: pid)
        }
        _ = try await reconciler.reconcile()
        try await dieAfterClaim(101)
        _ = try await reconciler.reconcile()
        #expect(test.launched.count == 2, "the first loss is made good at once")
        try await dieAfterClaim(102)
        _ = try await reconciler.reconcile()
        #expect(test.launched.count == 2, "the second one has to rest")
        test.advance(seconds: 6)
        _ = try await reconciler.reconcile()
        #expect(test.launched.count == 3)
        try await dieAfterClaim(103)
        _ = try await reconciler.reconcile()
        let job = try await workspace.onlyJob()
        #expect(job?.status == .error && job?.lastError?.contains("3 times in a row") == true)
        test.advance(seconds: 100_000)
        _ = try await reconciler.reconcile()
        #expect(test.launched.count == 3)
        let operations = LiveOperations.make(workspace)
        _ = try await operations.jobs.restart([try #require(job?.id)])
        #expect(test.launched.count == 4)
        await workspace.close()
    }

    @Test("a worker that dies before it takes the job is counted, and tried again later")
    func diesUnclaimed() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration(), runsWorkers: false)
        let (workspace, reconciler) = try await opened(test)
        _ = try await reconciler.reconcile()
        test.kill(pid: 101)
        #expect(try await reconciler.reconcile().map(\.result) == [.failed])
        #expect(try await workspace.onlyJob()?.attempts == 1)
        _ = try await reconciler.reconcile()
        #expect(test.launched.count == 2)
        test.kill(pid: 102)
        _ = try await reconciler.reconcile()
        _ = try await reconciler.reconcile()
        #expect(test.launched.count == 2)
        #expect(try await workspace.onlyJob()?.attempts == 2)
        await workspace.close()
    }

    @Test("who does not hold the reconciler's lease does nothing")
    func lease() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration(), runsWorkers: false)
        let (workspace, reconciler) = try await opened(test)
        let other = WorkerIdentity(host: "elsewhere", pid: 5)
        _ = try await workspace.database.leases.claim(.reconciler, holder: other, at: test.now(), term: .seconds(15))
        #expect(try await reconciler.reconcile().isEmpty)
        #expect(test.launched.isEmpty)
        _ = try await workspace.database.leases.release(.reconciler, holder: other)
        #expect(try await !reconciler.reconcile().isEmpty)
        await workspace.close()
    }

    @Test("the lease of a process of this host that died is not waited for")
    func deadLease() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration(), runsWorkers: false)
        let (workspace, reconciler) = try await opened(test)
        let dead = WorkerIdentity(host: "here", pid: 66)
        _ = try await workspace.database.leases.claim(.reconciler, holder: dead, at: test.now(), term: .seconds(15))
        #expect(try await !reconciler.reconcile().isEmpty)
        await workspace.close()
    }

    @Test("a job that no subscription asks for any more is ended")
    func unneeded() async throws {
        let test = try TestWorkspace(runsWorkers: false)
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        _ = try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w.yaml", false)
        let yaml = "name: extra\ntype: SQLITE\nconfig: {path: x.db}\nsubscriptions: [{project: nyc, name: weather}]\n"
        _ = try await operations.stores.apply(yaml, "s.yaml", false)
        _ = try await operations.jobs.reconcile()
        #expect(try await workspace.database.jobs.list().count == 3)
        try await operations.stores.delete("extra")
        _ = try await operations.jobs.reconcile()
        let ended = try await operations.jobs.list(JobQuery()).filter { $0.job.status == .aborted }
        #expect(ended.map(\.job.store) == ["extra"])
        await workspace.close()
    }

    @Test("a job that an operator stopped stays stopped")
    func stopped() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration(), runsWorkers: false)
        let (workspace, reconciler) = try await opened(test)
        let operations = LiveOperations.make(workspace)
        _ = try await reconciler.reconcile()
        let job = try #require(try await workspace.onlyJob())
        #expect(try await operations.jobs.stop([job.id]).map(\.result) == [.done])
        #expect(try await operations.jobs.stop([job.id]).map(\.result) == [.skipped])
        test.advance(seconds: 100)
        _ = try await reconciler.reconcile()
        #expect(test.launched.count == 1)
        #expect(try await workspace.onlyJob()?.status == .aborted)
        #expect(try await operations.jobs.start("online", nil).job.status == .pending)
        #expect(test.launched.count == 2)
        await workspace.close()
    }
}
