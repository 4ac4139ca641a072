import Documents
import FeatureModel
import Ingestion
import LocalState
import Operations
import Services

/// Runs an ingestion job of a workspace until it has answered for a number of rows.
struct JobRun: Sendable {
    let workspace: Workspace
    let rows: Int64

    /// - Returns: how long the worker worked, from its start to its end, in seconds.
    func run() async throws -> Double {
        let job = try await entered()
        let shutdown = StopSignal()
        let watch = Task { try await raise(shutdown, whenDone: job) }
        let stopwatch = Stopwatch()
        let ending = try await JobWorker(workspace: workspace).run(job, until: shutdown)
        let seconds = stopwatch.seconds
        watch.cancel()
        guard case .shutDown = ending else { throw BenchFailure("the ingestion job ended: \(ending)") }
        let counters = try await workspace.database.jobs.get(job)?.counters
        guard counters?.rowsWritten == rows else {
            throw BenchFailure("the job wrote \(counters?.rowsWritten ?? 0) rows of \(rows)")
        }
        return seconds
    }

    private func entered() async throws -> JobID {
        let job = Job(
            id: "job-bench-0001", source: workspace.configuration.source.kept, store: BenchWorkspace.storeName,
            featureSets: [StationSet.definition.reference], createdAt: WallClock.now())
        try await workspace.database.jobs.create(job, by: .operator, reason: "to be measured")
        return job.id
    }

    private func raise(_ shutdown: StopSignal, whenDone job: JobID) async throws {
        for await _ in workspace.database.changes(every: .seconds(60), clock: ContinuousClock()) {
            guard let counters = try await workspace.database.jobs.get(job)?.counters else { continue }
            if counters.rowsRead >= rows { shutdown.raise(.shutdown) }
        }
    }
}
