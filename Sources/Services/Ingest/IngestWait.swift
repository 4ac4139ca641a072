import FeatureModel
import Ingestion
import LocalState
import Operations

/// Waits until every store that subscribes has answered for every row of an ingestion, as long as that can still happen:
/// a job that ended in error, or that somebody stopped, ends the wait; a store that is down is told of and waited for.
struct IngestWait: Sendable {
    let workspace: Workspace
    let reconciler: Reconciler
    let source: SourceDefinition
    let stores: [StoreName]
    let ingestion: IngestionID
    let summary: FileIngestionSummary
    let report: @Sendable (IngestEvent) -> Void

    private enum Turn: Sendable {
        case looked, reconcile, ended
    }

    /// - Returns: what every store has answered.
    func run() async throws(OperationError) -> [IngestStoreProgress] {
        guard summary.rowsProduced > 0 else {
            return stores.map { IngestStoreProgress(name: $0, written: 0, failed: 0, ignored: 0, total: 0) }
        }
        let (turns, continuation) = AsyncStream.makeStream(of: Turn.self, bufferingPolicy: .bufferingNewest(2))
        let clock = workspace.environment.clock
        let changes = workspace.database.changes(every: workspace.terms.look, clock: clock)
        let interval = workspace.terms.reconciliation
        let result = await withTaskGroup(of: Result<[IngestStoreProgress], OperationError>?.self) { group in
            group.addTask {
                for await _ in changes { continuation.yield(.looked) }
                continuation.yield(.ended)
                return nil
            }
            group.addTask {
                while (try? await clock.sleep(for: interval)) != nil { continuation.yield(.reconcile) }
                return nil
            }
            group.addTask { await answers(at: turns) }
            var answer: Result<[IngestStoreProgress], OperationError>?
            while answer == nil, let next = await group.next() { answer = next }
            group.cancelAll()
            continuation.finish()
            return answer
        }
        guard let result else { throw Self.interrupted }
        return try result.get()
    }

    private func answers(at turns: AsyncStream<Turn>) async -> Result<[IngestStoreProgress], OperationError> {
        var notices = NoticePace(interval: workspace.terms.notice)
        var last: [IngestStoreProgress] = []
        do throws(OperationError) {
            for await turn in turns {
                if turn == .ended { break }
                if turn == .reconcile { _ = try await reconciler.reconcile() }
                let (progress, jobs) = try await look()
                if progress != last { report(.waiting(stores: progress)) }
                last = progress
                if progress.allSatisfy(\.isComplete) { return .success(progress) }
                try refuseHopeless(progress, jobs)
                for notice in notices.due(Self.troubles(jobs), at: workspace.environment.wallClock()) {
                    report(.notice(notice))
                }
            }
        } catch {
            return .failure(error)
        }
        return .failure(Self.interrupted)
    }

    private static let interrupted = OperationError(
        .interrupted, "the wait was interrupted; the rows are in the source, and the jobs go on",
        hint: "running it again with --wait waits on, and adds nothing")

    private func look() async throws(OperationError) -> ([IngestStoreProgress], [StoreName: Job]) {
        do throws(LocalStateError) {
            let ledger = workspace.database.jobs
            let tallies = try await ledger.tallies(of: ingestion, from: source)
            var progress: [IngestStoreProgress] = []
            var jobs: [StoreName: Job] = [:]
            for store in stores {
                jobs[store] = try await ledger.latest(source: source, store: store)
                progress.append(Self.sum(tallies, of: store, total: summary.rowsProduced))
            }
            return (progress, jobs)
        } catch {
            throw OperationError(error)
        }
    }

    private static func sum(
        _ tallies: [IngestionTally], of store: StoreName, total: Int64
    ) -> IngestStoreProgress {
        let own = tallies.filter { $0.store == store }
        return IngestStoreProgress(
            name: store, written: own.reduce(0) { $0 + $1.rowsWritten }, failed: own.reduce(0) { $0 + $1.rowsFailed },
            ignored: own.reduce(0) { $0 + $1.rowsIgnored }, total: total)
    }

    private func refuseHopeless(
        _ progress: [IngestStoreProgress], _ jobs: [StoreName: Job]
    ) throws(OperationError) {
        for store in progress where !store.isComplete {
            guard let job = jobs[store.name] else { continue }
            if job.status == .error {
                throw OperationError(
                    .failed, "job \(job.id) ended in error: \(job.lastError ?? "without a reason")",
                    target: job.id.rawValue, hint: "larder jobs restart \(job.id) goes on where it ended")
            }
            if job.desired == .stopped {
                throw OperationError(
                    .failed, "job \(job.id) is stopped, so store \(store.name) will not answer",
                    target: job.id.rawValue, hint: "larder jobs start --store \(store.name) starts it")
            }
        }
    }

    private static func troubles(_ jobs: [StoreName: Job]) -> [StoreName: String] {
        jobs.compactMapValues { job in job.status.isTerminal ? nil : job.lastError }
    }
}
