import FeatureModel
import LocalState
import Logging
import Operations
import Retrieval
import RowFiles
import StorageAPI

/// Runs one export to its end: what `larder worker --export` does.
struct ExportWorker: Sendable {
    /// How often the ledger is told how far the export is.
    private static let reportInterval = Duration.milliseconds(500)

    let planner: ExportPlanner
    let ledger: ExportLedger
    let identity: WorkerIdentity
    let leaseTerm: Duration
    let now: @Sendable () -> Timestamp
    let clock: any Clock<Duration>
    let log: Logger

    /// Claims the export, runs it, and says how it ended. Cancelling the task cancels the export.
    ///
    /// - Throws: only what concerns the ledger itself; everything else becomes the export's error.
    func run(_ id: ExportID) async throws(OperationError) {
        let claim = try await state { () async throws(LocalStateError) in
            try await ledger.claim(id, worker: identity, at: now(), term: leaseTerm)
        }
        switch claim {
        case .held(let holder, let heartbeat):
            throw OperationError(
                .refused, "export \(id) is run by process \(holder.pid) on \(holder.host), heard of at \(heartbeat)")
        case .ended(let status): log.info("the export has ended already", metadata: ["status": "\(status.rawValue)"])
        case .claimed(let export): try await run(export)
        }
    }

    private func run(_ export: Export) async throws(OperationError) {
        log.info("export started", metadata: ["export": "\(export.id)", "output": "\(export.request.outputPath)"])
        let outcome: ExportOutcome
        if export.status == .cancelling {
            outcome = .cancelled
        } else {
            outcome = await answer(export)
        }
        // The ledger is told also by a task that is cancelled: the export would look as if it went on.
        let (ledger, identity, time) = (ledger, identity, now())
        let told = await Task { () -> Result<Export, LocalStateError> in
            do throws(LocalStateError) {
                return .success(try await ledger.finish(export.id, worker: identity, outcome, at: time))
            } catch {
                return .failure(error)
            }
        }.value
        let ended = try await state { () async throws(LocalStateError) in try told.get() }
        log.info(
            "export ended",
            metadata: [
                "status": "\(ended.status.rawValue)", "rows": "\(ended.rowsDone)", "error": "\(ended.error ?? "-")",
            ])
    }

    private func answer(_ export: Export) async -> ExportOutcome {
        do throws(OperationError) {
            let planned = try await plan(export)
            let answers = try await planner.blocking { () throws(OperationError) in
                try answerFile(export.request, planned)
            }
            let request = HistoricalRequest(
                id: export.id, featureSets: planned.plan.requests, entityRows: planned.rows, answers: answers)
            return try await follow(request, in: planned.store)
        } catch {
            return Task.isCancelled ? .cancelled : .failed(error.message)
        }
    }

    /// Plans, with signs of life beside it: finding the keys of JSON Lines reads the whole file.
    private func plan(_ export: Export) async throws(OperationError) -> PlannedExport {
        let (ledger, identity, now, clock, pause) = (ledger, identity, now, clock, leaseTerm / 5)
        let signsOfLife = Task {
            while (try? await clock.sleep(for: pause)) != nil {
                // What is wrong with the ledger, the next report tells.
                _ = try? await ledger.heartbeat(export.id, worker: identity, at: now())
            }
        }
        defer { signsOfLife.cancel() }
        return try await planner.plan(export.request)
    }

    private func follow(
        _ request: HistoricalRequest, in store: StoreEntry
    ) async throws(OperationError) -> ExportOutcome {
        let reports = ReportPace(interval: Self.reportInterval)
        do throws(StoreError) {
            let retriever = try await planner.choice.directory.historicalRetriever(of: store)
            let end = try await HistoricalRun(retriever: retriever, clock: clock).run(request) { stage, done, rows in
                guard await reports.isDue(stage, at: now()) else { return .proceed }
                return await report(ExportProgress(stage: stage, rows: rows, rowsDone: done), request.id)
            }
            switch end {
            case .done(let files, let rows):
                _ = await report(ExportProgress(stage: .finishing, rows: rows, rowsDone: rows), request.id)
                return .done(files: files)
            case .failed(let error): return .failed(error.description)
            case .failedOnFiles(let message): return .failed(message)
            case .cancelled: return .cancelled
            case .running: return .failed("the store said neither how the retrieval ended nor that it goes on")
            }
        } catch {
            throw OperationError(error)
        }
    }

    /// Tells the ledger; the answer is the order. A ledger that cannot be reached now is tried again at the next report.
    private func report(_ progress: ExportProgress, _ id: ExportID) async -> HistoricalRun.Order {
        do throws(LocalStateError) {
            let export = try await ledger.heartbeat(id, worker: identity, progress: progress, at: now())
            return export.status == .cancelling ? .cancel : .proceed
        } catch {
            log.warning("the ledger could not be told", metadata: ["error": "\(error)"])
            return error.code == .leaseLost ? .cancel : .proceed
        }
    }

    private func answerFile(
        _ request: ExportRequest, _ planned: PlannedExport
    ) throws(OperationError) -> AnswerFile {
        do {
            return try AnswerFile(
                path: request.outputPath, format: request.outputFormat, overwrites: request.overwrites,
                rows: planned.rows, plan: planned.plan)
        } catch {
            throw OperationError(files: error)
        }
    }

    private func state<Answer: Sendable>(
        _ body: () async throws(LocalStateError) -> Answer
    ) async throws(OperationError) -> Answer {
        do throws(LocalStateError) {
            return try await body()
        } catch {
            throw OperationError(error)
        }
    }
}
