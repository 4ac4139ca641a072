import FeatureModel
import Foundation
import Ingestion
import LocalState
import Operations
import StorageAPI
import StorageContract
import StorageLayers
import Testing

@testable import Services

@Suite("A worker runs a job")
struct JobWorkerTests {
    private func started(_ test: TestWorkspace) async throws -> (Workspace, Operations, Job) {
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        _ = try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w.yaml", false)
        _ = try await operations.jobs.reconcile()
        let job = try #require(try await workspace.onlyJob())
        let running = try await workspace.job(job.id) { $0.status == .running }
        return (workspace, operations, try #require(running))
    }

    @Test("it says that it runs, and the feature sets become ready")
    func running() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations, job) = try await started(test)
        #expect(job.worker == WorkerIdentity(host: "here", pid: 101))
        for await _ in operations.changes() {
            if try await operations.featureSets.get(TestWorkspace.weather).record.status == .ready { break }
        }
        let summary = try await operations.featureSets.get(TestWorkspace.weather)
        #expect(summary.stores == ["online"] && summary.jobs == [job.id] && summary.problems.isEmpty)
        await test.finish()
        await workspace.close()
    }

    @Test("an order to stop ends it, for good")
    func stop() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations, job) = try await started(test)
        #expect(try await operations.jobs.stop([job.id]).map(\.result) == [.done])
        let ended = try await workspace.job(job.id) { $0.status == .aborted }
        #expect(ended?.worker == nil)
        let history = try await operations.jobs.history(job.id)
        #expect(history.first?.to == .aborted && history.last?.from == nil)
        await test.finish()
        await workspace.close()
    }

    @Test("an order to pause ends the worker and keeps the job; resumed, it goes on")
    func suspend() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations, job) = try await started(test)
        #expect(try await operations.jobs.suspend([job.id]).map(\.result) == [.done])
        let paused = try await workspace.job(job.id) { $0.status == .suspended }
        #expect(paused?.worker == nil && paused?.desired == .running)
        await test.workersEnded()
        _ = try await operations.jobs.reconcile()
        #expect(try await workspace.onlyJob()?.status == .suspended)
        #expect(try await operations.jobs.suspend([job.id]).map(\.result) == [.skipped])
        #expect(try await operations.jobs.resume([job.id]).map(\.result) == [.done])
        _ = try await workspace.job(job.id) { $0.status == .running }
        #expect(try await operations.jobs.resume([job.id]).map(\.result) == [.skipped])
        await test.finish()
        await workspace.close()
    }

    @Test("it keeps samples of what it writes: rows, lag and missing values by feature set")
    func samples() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations, job) = try await started(test)
        let path = try test.weatherFile(rows: 40)
        _ = try await operations.ingest.ingest(
            IngestRequest(path: path, featureSet: TestWorkspace.weather, again: false, waits: true)
        ) { _ in }
        for await _ in operations.changes() {
            let metrics = try await operations.jobs.metrics(job.id)
            guard metrics.samples.last?.counters.rowsWritten == 40, let set = metrics.featureSets.first else {
                continue
            }
            #expect(set.featureSet == TestWorkspace.weather && set.totalRows == 40 && set.missingShare == 0)
            let late = TestWorkspace.start.duration(since: Timestamp(seconds: 1_356_998_400)) / .milliseconds(1)
            #expect(set.eventLag50.map { abs(Double($0) - late) < 40_000 } == true)
            break
        }
        await test.finish()
        await workspace.close()
    }

    @Test("a worker whose workspace was removed ends, instead of working for a ledger that nobody reads")
    func removed() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, _, _) = try await started(test)
        try FileManager.default.removeItem(atPath: workspace.database.path)
        await test.workersEnded()
        await workspace.close()
    }

    @Test("an order to begin anew opens everything afresh, in the same process")
    func restart() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations, job) = try await started(test)
        _ = try await operations.jobs.restart([job.id])
        let anew = try await workspace.job(job.id) { $0.status == .running && $0.generation > job.generation }
        #expect(anew?.worker != nil)
        await test.finish()
        await workspace.close()
    }

    @Test("begun anew, it sees what the configuration says by then: rows of new subscriptions are not passed over")
    func changedConfiguration() async throws {
        let everything = TestWorkspace.configuration()
        let test = try TestWorkspace(
            configuration: everything.replacing(#"{project: "*", name: "*"}"#, with: "{project: nyc, name: other}"))
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        let other = TestWorkspace.weatherYAML.replacing("name: weather", with: "name: other")
        _ = try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w.yaml", false)
        _ = try await operations.featureSets.apply(other, "o.yaml", false)
        _ = try await operations.jobs.reconcile()
        let job = try #require(try await workspace.onlyJob())
        _ = try await workspace.job(job.id) { $0.status == .running }
        try test.write("larder.yaml", everything)
        let later = try await test.open(pid: 2)
        let path = try test.weatherFile(rows: 120)
        let result = try await LiveOperations.make(later).ingest.ingest(
            IngestRequest(path: path, featureSet: TestWorkspace.weather, again: false, waits: true)
        ) { _ in }
        #expect(result.stores.map(\.written) == [120] && result.stores.map(\.ignored) == [0])
        await test.finish()
        await later.close()
        await workspace.close()
    }

    @Test("a process that is asked to end leaves the job for the next one")
    func shutdown() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations, job) = try await started(test)
        await test.finish()
        let left = try #require(try await workspace.database.jobs.get(job.id))
        #expect(left.status == .pending && left.worker == nil && left.desired == .running)
        test.advance(seconds: 6)
        _ = try await operations.jobs.reconcile()
        #expect(try await workspace.job(job.id) { $0.status == .running } != nil)
        await test.finish()
        await workspace.close()
    }

    @Test("a store that can never work puts the job in error, with the reason")
    func failure() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let store = test.store("online")
        store.faults.script(.open, .refused(store.error(.denied, message: "wrong password; set the right one")))
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        _ = try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w.yaml", false)
        _ = try await operations.jobs.reconcile()
        let job = try #require(try await workspace.onlyJob())
        let failed = try await workspace.job(job.id) { $0.status == .error }
        #expect(failed?.lastError?.contains("wrong password") == true)
        #expect(try await operations.jobs.list(JobQuery()).first?.job.id == job.id)
        await test.finish()
        await workspace.close()
    }

    @Test("a job that a living worker has is refused, an unknown one is not found, an ended one is left alone")
    func claims() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations, job) = try await started(test)
        let other = try await test.open(pid: 9)
        let held = await refusal { () async throws(OperationError) in
            try await JobWorker(workspace: other).run(job.id, until: StopSignal())
        }
        #expect(held?.code == .refused)
        let unknown = await refusal { () async throws(OperationError) in
            try await JobWorker(workspace: other).run("nobody", until: StopSignal())
        }
        #expect(unknown?.code == .notFound)
        _ = try await operations.jobs.stop([job.id])
        _ = try await workspace.job(job.id) { $0.status == .aborted }
        let ending = try await JobWorker(workspace: other).run(job.id, until: StopSignal())
        #expect(ending == .hadEnded(.aborted))
        await test.finish()
        await other.close()
        await workspace.close()
    }

    @Test("the lease of a worker that lost it is not touched by the one it lost it to, nor anything committed")
    func takeover() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, _, job) = try await started(test)
        test.advance(seconds: 1_000)
        // Whichever comes first, the worker's sign of life or the claim: the worker ends, or keeps what is its own.
        let claim = try await workspace.database.jobs.claim(
            job.id, worker: WorkerIdentity(host: "elsewhere", pid: 5), at: test.now(), term: .seconds(15))
        if case .claimed(let lease, _) = claim {
            _ = try await workspace.database.jobs.heartbeat(lease, at: test.now())
            #expect(try await workspace.database.jobs.get(job.id)?.worker == lease.worker)
        }
        await test.finish()
        if case .claimed(let lease, _) = claim {
            #expect(try await workspace.database.jobs.get(job.id)?.worker == lease.worker)
        }
        await workspace.close()
    }
}
