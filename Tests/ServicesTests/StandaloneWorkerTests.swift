import Documents
import FaultKit
import FeatureModel
import Foundation
import Ingestion
import LocalState
import Operations
import Registry
import StorageAPI
import StorageContract
import Testing

@testable import Services

@Suite("A worker without a job-state database")
struct StandaloneWorkerTests {
    private static let specification = """
        kind: job
        job: memory-to-online-1
        consumer_group: larder-online
        project: nyc
        source: {type: MEMORY, config: {name: log}}
        store: {name: online, type: MEMORY, config: {name: online}, subscriptions: [{project: "*", name: "*"}]}
        dead_letters: {name: letters, type: SQLITE, config: {path: letters.db}}
        ---

        """ + TestWorkspace.weatherYAML

    private func worker(
        _ text: String, in test: TestWorkspace, pid: Int32 = 9
    ) async throws -> StandaloneWorker {
        let workspace = try await test.open(pid: pid)
        let environment = workspace.environment
        let specification = try JobSpecification.read(text, file: "job.yaml", environment: [:])
        await workspace.close()
        var limits = IngestionLimits(batchRecords: 50, readingWait: .milliseconds(20))
        limits.patience = RetryPolicy(maxRetries: .max, initialBackoff: .milliseconds(5), maxBackoff: .milliseconds(5))
        return try StandaloneWorker(
            specification, connectors: workspace.connectors.cards, environment: environment,
            directory: test.folder.path, limits: limits)
    }

    private func refusal(of text: String) async throws -> OperationError? {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        do {
            _ = try await worker(text, in: test)
            return nil
        } catch let error as OperationError {
            return error
        }
    }

    @Test("what larder jobs spec writes is what a worker elsewhere runs: rows in the store, bad ones set aside")
    func runs() async throws {
        let test = try TestWorkspace(
            configuration: TestWorkspace.configuration() + "jobs: {group_prefix: team}\n", runsWorkers: false)
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        _ = try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w.yaml", false)
        _ = try await operations.jobs.reconcile()
        let job = try #require(try await workspace.onlyJob())
        let text = try await operations.jobs.specification(job.id)
        #expect(text.contains("job: \(job.id)") && text.contains("consumer_group: team-online"))
        let path = try test.weatherFile(rows: 30)
        _ = try await operations.ingest.ingest(
            IngestRequest(path: path, featureSet: TestWorkspace.weather, again: false, waits: false)
        ) { _ in }
        let elsewhere = try await worker(text, in: test)
        let shutdown = StopSignal()
        let running = Task { try await elsewhere.run(until: shutdown) }
        let store = test.store("online")
        let set = try await workspace.featureSets.get(TestWorkspace.weather).definition
        while store.rows(of: set).count < 30 { await Task.yield() }
        shutdown.raise(.shutdown)
        try await running.value
        #expect(store.rows(of: set).count == 30)
        #expect(try await workspace.onlyJob()?.counters.rowsRead == 0, "the ledger is not asked")
        await workspace.close()
    }

    @Test("a store that keeps no dead letters needs one that does")
    func deadLetters() async throws {
        #expect(try await refusal(of: Self.specification) == nil)
        let wrong = Self.specification.replacing(
            "type: SQLITE, config: {path: letters.db}", with: "type: REDIS, config: {host: h}")
        let error = try await refusal(of: wrong)
        #expect(error?.code == .invalid)
        #expect(error?.description.contains("keeps no dead letters") == true)
        #expect(error?.hint?.contains("dead_letters:") == true)
    }

    @Test("a specification that cannot work is refused with its line")
    func faults() async throws {
        for (old, new, expected) in [
            ("type: MEMORY, config: {name: log}", "type: MEMROY", "job.yaml:5"),
            ("config: {path: letters.db}", "config: {pth: x}", "job.yaml:7"),
        ] {
            let error = try await refusal(of: Self.specification.replacing(old, with: new))
            #expect(
                error?.code == .invalid && error?.description.contains(expected) == true, "\(String(describing: error))"
            )
        }
    }
}
