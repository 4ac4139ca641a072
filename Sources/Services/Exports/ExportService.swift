import FeatureModel
import LocalState
import Operations
import Retrieval
import RowFiles
import StorageAPI

/// Historical exports for every door: inspected, previewed, started, followed, cancelled and repeated. The work itself is
/// done by an ``ExportWorker`` in a process of its own.
struct ExportService: Sendable {
    /// Starts the worker process of an export.
    typealias Launching = @Sendable (ExportID) async throws(OperationError) -> Void

    let planner: ExportPlanner
    let ledger: ExportLedger
    let launch: Launching
    let isReadOnly: Bool
    /// How long a worker that is not heard of counts as alive.
    let leaseTerm: Duration
    /// True for a process of this host that is no more.
    let isDead: @Sendable (WorkerIdentity) -> Bool
    let now: @Sendable () -> Timestamp
    let newID: @Sendable () -> ExportID
    let clock: any Clock<Duration>

    /// Looks at a file of entity rows.
    func inspect(_ path: String, _ format: RowFormat?) async throws(OperationError) -> EntityFileSummary {
        try await planner.blocking { () throws(OperationError) in try planner.inspect(path, format) }
    }

    /// Joins the first rows, for real, without writing anything.
    func preview(_ request: ExportRequest, limit: Int) async throws(OperationError) -> ExportPreview {
        let started = ContinuousClock.now
        let planned = try await planner.plan(request)
        let rows = planned.rows
        let preview = AnswerPreview(rows: rows, plan: planned.plan)
        let question = HistoricalRequest(
            id: ExportID("preview-\(newID())"), featureSets: planned.plan.requests,
            entityRows: LimitedEntityRows(rows, limit: limit), answers: preview)
        let end: RetrievalProgress
        do throws(StoreError) {
            let retriever = try await planner.choice.directory.historicalRetriever(of: planned.store)
            end = try await HistoricalRun(retriever: retriever, clock: clock).run(question) { _, _, _ in .proceed }
        } catch {
            throw OperationError(error)
        }
        if let error = OperationError(failedEnd: end) { throw error }
        let elapsed = started.duration(to: .now)
        return ExportPreview(
            columns: preview.columns, rows: preview.rows, totalRows: rows.rowCount,
            warnings: ExportPlanner.warnings(preview, planned.plan), seconds: elapsed / .seconds(1))
    }

    /// Checks a request in full, enters it into the ledger and starts its worker.
    func start(_ request: ExportRequest) async throws(OperationError) -> Export {
        try refuseReadOnly()
        let planned = try await planner.plan(request)
        try await planner.blocking { () throws(OperationError) in try planner.checkOutput(of: request) }
        var export = Export(id: newID(), request: planned.request, createdAt: now())
        export.store = planned.store.name
        let entered = export
        try await state { () async throws(LocalStateError) in try await ledger.create(entered) }
        do throws(OperationError) {
            try await launch(entered.id)
        } catch {
            let reason = "its worker could not be started: \(error.message)"
            _ = try? await ledger.abandon(entered.id, .failed(reason), at: now(), term: leaseTerm)
            throw error
        }
        return entered
    }

    /// All exports: running, waiting, failed, then newest first.
    func list() async throws(OperationError) -> [Export] {
        try await endOrphans()
        let exports = try await state { () async throws(LocalStateError) in try await ledger.list() }
        return exports.enumerated().sorted { left, right in
            (Self.rank(left.element), left.offset) < (Self.rank(right.element), right.offset)
        }.map(\.element)
    }

    /// One export.
    func get(_ id: ExportID) async throws(OperationError) -> Export {
        try await endOrphans()
        guard let export = try await state({ () async throws(LocalStateError) in try await ledger.get(id) }) else {
            throw OperationError(
                .notFound, "there is no export \(id)", target: id.rawValue,
                hint: "larder exports list shows all of them")
        }
        return export
    }

    /// Asks an export to end.
    func cancel(_ id: ExportID) async throws(OperationError) -> OrderOutcome {
        try refuseReadOnly()
        let before = try await get(id)
        guard !before.status.isTerminal else {
            return OrderOutcome(target: id.rawValue, result: .skipped, message: "already \(before.status.rawValue)")
        }
        let after = try await state { () async throws(LocalStateError) in
            try await ledger.requestCancel(id, at: now(), term: leaseTerm)
        }
        let message =
            switch after.status {
            case .cancelled: "cancelled"
            case .cancelling: "its worker is asked to end"
            case .done, .failed, .pending, .running: "finished first: \(after.status.rawValue)"
            }
        return OrderOutcome(target: id.rawValue, result: .done, message: message)
    }

    /// Starts the same request once more.
    func `repeat`(
        _ id: ExportID, outputPath: String?, overwrites: Bool
    ) async throws(OperationError) -> Export {
        let request = try await get(id).request
        return try await start(
            ExportRequest(
                rowsPath: request.rowsPath, rowsFormat: request.rowsFormat, features: request.features,
                outputPath: outputPath ?? request.outputPath, outputFormat: request.outputFormat, store: request.store,
                timestampColumn: request.timestampColumn, maxAgeOverrideSeconds: request.maxAgeOverrideSeconds,
                overwrites: overwrites))
    }

    /// Ends exports whose worker is gone: nothing would ever happen to them again.
    private func endOrphans() async throws(OperationError) {
        guard !isReadOnly else { return }
        let lost = try await state { () async throws(LocalStateError) in
            try await ledger.orphaned(at: now(), term: leaseTerm)
        }
        for export in lost {
            let reason = "its worker ended without an answer; larder exports repeat \(export.id) starts it again"
            // Another process may have ended it first, or a new worker has it: both are fine.
            _ = try? await ledger.abandon(
                export.id, export.status == .cancelling ? .cancelled : .failed(reason), at: now(), term: leaseTerm)
            try await removeLeftovers(of: export)
        }
    }

    /// A worker that was killed could not remove what it had written so far.
    private func removeLeftovers(of export: Export) async throws(OperationError) {
        guard let worker = export.worker, isDead(worker) else { return }
        _ = try await planner.blocking { () throws(OperationError) in
            OutputLeftovers.remove(of: export.request.outputPath, writtenBy: worker.pid)
        }
    }

    private func refuseReadOnly() throws(OperationError) {
        guard isReadOnly else { return }
        throw OperationError(.refused, "the workspace is read-only", hint: "leave out --read-only, or read_only: true")
    }

    private static func rank(_ export: Export) -> Int {
        switch export.status {
        case .running, .cancelling: 0
        case .pending: 1
        case .failed: 2
        case .done, .cancelled: 3
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

extension OperationError {
    /// The error that a retrieval ended with; nil when it ended well.
    init?(failedEnd end: RetrievalProgress) {
        switch end {
        case .done, .running: return nil
        case .failed(let error): self.init(error)
        case .failedOnFiles(let message): self.init(.failed, message)
        case .cancelled: self.init(.interrupted, "the retrieval was cancelled")
        }
    }
}
