import FaultKit
import FeatureModel
import Glibc
import Ingestion
import MetricsExport
import Operations
import StorageLayers
import Testing

@testable import Services

@Suite("A job's metrics for machines", .timeLimit(.minutes(2)))
struct JobMetricsExportTests {
    /// Applies the weather, starts its job and ingests so many rows.
    private func ingest(_ rows: Int, _ test: TestWorkspace) async throws -> (Workspace, JobID) {
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        _ = try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w.yaml", false)
        _ = try await operations.jobs.reconcile()
        let path = try test.weatherFile(rows: rows)
        let result = try await operations.ingest.ingest(
            IngestRequest(path: path, featureSet: TestWorkspace.weather, again: false, waits: true)
        ) { _ in }
        #expect(result.stores.map(\.written) == [Int64(rows)])
        let job = try await workspace.onlyJob()
        let started = try #require(job)
        return (workspace, started.id)
    }

    @Test("a worker sends to StatsD as the configuration says, the last window when it ends")
    func statsD() async throws {
        let receiver = try DatagramReceiver()
        defer { receiver.close() }
        let extra = "metrics: {type: statsd, host: 127.0.0.1, port: \(receiver.port)}\n"
        let test = try TestWorkspace(configuration: TestWorkspace.configuration(extra: extra))
        let (workspace, job) = try await ingest(120, test)
        await test.finish()
        let lines = await receiver.lines { $0.hasSuffix(":wind") && $0.contains("value_percentile_99") }
        let tags = "#feast_store:online,feast_project_name:nyc,feast_featureSet_name:weather,ingestion_job_name:\(job)"
        #expect(lines.contains("feast_ingestion.feature_row_ingested_count:120|c|\(tags)"))
        #expect(lines.contains("feast_ingestion.feature_value_max:119.5|g|\(tags),feast_feature_name:temp"))
        #expect(lines.contains("feast_ingestion.feature_value_missing_count:0|c|\(tags),feast_feature_name:wind"))
        await workspace.close()
    }

    @Test("a worker that answers over HTTP tells of its rows, its source and its store's calls")
    func endpoint() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration(), runsWorkers: false)
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        _ = try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w.yaml", false)
        _ = try await operations.jobs.reconcile()
        let planned = try await workspace.onlyJob()
        let job = try #require(planned).id
        let metrics = try await WorkerMetrics.open(
            at: ListenAddress(host: "127.0.0.1", port: 0), version: "1.2.3", startedAt: TestWorkspace.start)
        let shutdown = StopSignal()
        test.revive(pid: 2)
        let other = try await test.open(pid: 2)
        let working = Task { try await JobWorker(workspace: other, metrics: metrics).run(job, until: shutdown) }
        let path = try test.weatherFile(rows: 30)
        _ = try await operations.ingest.ingest(
            IngestRequest(path: path, featureSet: TestWorkspace.weather, again: false, waits: true)
        ) { _ in }
        let answer = try await PlainHTTP.answer(to: "GET", "/metrics", port: metrics.address.port)
        let set = "feature_set=\"weather\",job=\"\(job)\",project=\"nyc\",store=\"online\""
        #expect(answer.contains("larder_rows_written_total{\(set)} 30\n"))
        #expect(answer.contains("larder_row_lag_seconds_count{\(set)} 30\n"))
        #expect(answer.contains("larder_job_waiting{job=\"\(job)\",store=\"online\"} 0\n"))
        #expect(
            answer.contains(
                "larder_store_call_items_total{connector=\"MEMORY\",operation=\"write\",store=\"online\"} 30\n"))
        #expect(answer.contains("larder_build_info{version=\"1.2.3\"} 1\n"))
        #expect(answer.contains("process_start_time_seconds 1400000000\n"))
        shutdown.raise(.shutdown)
        #expect(try await working.value == .shutDown)
        await metrics.close()
        await other.close()
        await workspace.close()
    }

    @Test("an address that is taken is said, with what to do")
    func addressInUse() async throws {
        let (descriptor, port) = try LoopbackPort.listen()
        defer { close(descriptor) }
        let error = await #expect(throws: OperationError.self) {
            try await WorkerMetrics.open(
                at: ListenAddress(host: "127.0.0.1", port: port), version: "", startedAt: .zero)
        }
        #expect(error?.code == .failed && error?.target == "127.0.0.1:\(port)")
        #expect(error?.message == "metrics: cannot listen on 127.0.0.1:\(port): Address already in use")
        #expect(error?.hint == "another program listens there; choose another port")
    }

    @Test("a meter's powers of two become buckets, each call in one of them")
    func storeCalls() throws {
        let meter = StoreMeter()
        let call = StoreCall(connector: "X", store: "s", operation: .write, items: 1)
        meter.countRetry(of: call)
        let families = StoreCallMetrics.families(of: meter.snapshot)
        let text = PrometheusText.rendered(families)
        #expect(
            text.contains("larder_store_call_retries_total{connector=\"X\",operation=\"write\",store=\"s\"} 1\n"))
        #expect(
            text.contains("larder_store_call_seconds_count{connector=\"X\",operation=\"write\",store=\"s\"} 0\n"))
        #expect(text.contains("le=\"0.000256\""))
    }
}
