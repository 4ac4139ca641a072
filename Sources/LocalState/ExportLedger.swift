public import FeatureModel
import GRDB

/// The ledger of historical exports.
public struct ExportLedger: Sendable {
    let database: StateDatabase

    /// Adds an export that was just asked for.
    ///
    /// - Throws: `conflict` when the id is taken.
    public func create(_ export: Export) async throws(LocalStateError) {
        try await database.write { db in
            if try ExportRow.find(export.id, in: db) != nil {
                throw LocalStateError(.conflict, "there already is an export \(export.id)")
            }
            try db.execute(
                sql: "INSERT INTO exports (id, request, status, store, created_at) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    export.id.rawValue, StoredText.json(export.request), export.status.rawValue,
                    (export.store ?? export.request.store)?.rawValue, StoredText.time(export.createdAt),
                ])
        }
    }

    /// One export; nil when there is none with this id.
    public func get(_ id: ExportID) async throws(LocalStateError) -> Export? {
        try await database.read { try ExportRow.find(id, in: $0) }
    }

    /// Exports, the newest first.
    ///
    /// - Parameters:
    ///   - statuses: only those in one of these states; nil for all.
    ///   - limit: the most to return.
    public func list(
        in statuses: Set<ExportStatus>? = nil, limit: Int = .max
    ) async throws(LocalStateError) -> [Export] {
        try await database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM exports WHERE ?1 IS NULL OR status IN (SELECT value FROM json_each(?1))
                    ORDER BY created_at DESC, id DESC LIMIT ?2
                    """,
                arguments: [
                    try statuses.map { try StoredText.json($0.map(\.rawValue).sorted()) }, limit,
                ]
            ).map(ExportRow.export)
        }
    }

    /// Exports that are under way, but whose worker has not been heard of for longer than the term, or never was: one
    /// that died before it took the export. Starting a process may take a while, so that is judged by four terms.
    public func orphaned(at now: Timestamp, term: Duration) async throws(LocalStateError) -> [Export] {
        try await list(in: [.pending, .running, .cancelling]).filter { export in
            export.worker == nil
                ? LeaseTerm(duration: term * 4).hasExpired(since: export.createdAt, at: now)
                : !export.hasLivingWorker(at: now, term: term)
        }
    }

    /// Takes an export for a worker: when it is free, when its worker was lost, or when it is the worker's already. It
    /// runs then, from its beginning; one that is being cancelled stays so, and the worker only cleans up.
    ///
    /// - Throws: `notFound`.
    public func claim(
        _ id: ExportID, worker: WorkerIdentity, at now: Timestamp, term: Duration
    ) async throws(LocalStateError) -> ExportClaim {
        try await database.write { db in
            var export = try ExportRow.require(id, in: db)
            if export.status.isTerminal { return .ended(export.status) }
            if let holder = export.worker, holder != worker, let heartbeat = export.heartbeatAt,
                export.hasLivingWorker(at: now, term: term)
            {
                return .held(by: holder, heartbeatAt: heartbeat)
            }
            if export.status == .pending { try ExportRow.move(&export, to: .running) }
            export.worker = worker
            export.stage = .preparing
            export.rowsDone = 0
            export.startedAt = now
            export.heartbeatAt = now
            try ExportRow.update(export, in: db)
            return .claimed(export)
        }
    }

    /// Says that the worker is alive and how far it is, and answers with the export as it is now: `cancelling` is its
    /// order to end.
    ///
    /// - Throws: `leaseLost` when the worker no longer holds the export.
    @discardableResult
    public func heartbeat(
        _ id: ExportID, worker: WorkerIdentity, progress: ExportProgress? = nil, at now: Timestamp
    ) async throws(LocalStateError) -> Export {
        try await database.write { db in
            var export = try ExportRow.require(id, heldBy: worker, in: db)
            export.heartbeatAt = now
            if let progress {
                export.stage = progress.stage
                export.rows = progress.rows ?? export.rows
                export.rowsDone = progress.rowsDone
                export.store = progress.store ?? export.store
            }
            try ExportRow.update(export, in: db)
            return export
        }
    }

    /// Asks to end an export: `cancelling` while a living worker has it, else `cancelled` at once. One that has ended
    /// stays as it is.
    ///
    /// - Throws: `notFound`.
    @discardableResult
    public func requestCancel(
        _ id: ExportID, at now: Timestamp, term: Duration
    ) async throws(LocalStateError) -> Export {
        try await database.write { db in
            var export = try ExportRow.require(id, in: db)
            guard !export.status.isTerminal else { return export }
            if export.hasLivingWorker(at: now, term: term) {
                try ExportRow.move(&export, to: .cancelling)
            } else {
                try end(&export, .cancelled, at: now)
            }
            try ExportRow.update(export, in: db)
            return export
        }
    }

    /// Ends an export that the worker holds, and gives it back.
    ///
    /// - Throws: `leaseLost` when the worker no longer holds it; `conflict` when the step is not allowed.
    @discardableResult
    public func finish(
        _ id: ExportID, worker: WorkerIdentity, _ outcome: ExportOutcome, at now: Timestamp
    ) async throws(LocalStateError) -> Export {
        try await database.write { db in
            var export = try ExportRow.require(id, heldBy: worker, in: db)
            try end(&export, outcome, at: now)
            try ExportRow.update(export, in: db)
            return export
        }
    }

    /// Ends an export that no living worker has: its worker was lost, or could not be started.
    ///
    /// - Throws: `notFound`; `conflict` while a living worker has it, or when it has ended otherwise.
    @discardableResult
    public func abandon(
        _ id: ExportID, _ outcome: ExportOutcome, at now: Timestamp, term: Duration
    ) async throws(LocalStateError) -> Export {
        try await database.write { db in
            var export = try ExportRow.require(id, in: db)
            guard !export.hasLivingWorker(at: now, term: term) else {
                throw LocalStateError(.conflict, "export \(id) has a worker", hint: "cancel it instead")
            }
            try end(&export, outcome, at: now)
            try ExportRow.update(export, in: db)
            return export
        }
    }

    private func end(_ export: inout Export, _ outcome: ExportOutcome, at now: Timestamp) throws {
        switch outcome {
        case .done(let files):
            try ExportRow.move(&export, to: .done)
            export.files = files
        case .failed(let reason):
            try ExportRow.move(&export, to: .failed)
            export.error = reason
        case .cancelled: try ExportRow.move(&export, to: .cancelled)
        }
        export.stage = nil
        export.worker = nil
        export.finishedAt = export.finishedAt ?? now
    }
}
