import FeatureModel
import GRDB

/// Reads and writes exports.
enum ExportRow {
    static func find(_ id: ExportID, in db: Database) throws -> Export? {
        try Row.fetchOne(db, sql: "SELECT * FROM exports WHERE id = ?", arguments: [id.rawValue]).map(export)
    }

    static func require(_ id: ExportID, in db: Database) throws -> Export {
        guard let export = try find(id, in: db) else {
            throw LocalStateError(.notFound, "there is no export \(id)", hint: "'larder exports list' shows them")
        }
        return export
    }

    /// The export, if the worker still holds it.
    static func require(_ id: ExportID, heldBy worker: WorkerIdentity, in db: Database) throws -> Export {
        let export = try require(id, in: db)
        guard export.worker == worker else {
            let holder = export.worker.map { "worker \($0.host):\($0.pid) has it now" } ?? "it has no worker"
            throw LocalStateError(.leaseLost, "export \(id) is no longer this worker's: \(holder)")
        }
        return export
    }

    static func export(_ row: Row) throws -> Export {
        var export = Export(
            id: ExportID(rawValue: row["id"]), request: try row.document("request"),
            createdAt: try row.time("created_at"))
        export.status = try row.word("status")
        export.stage = try row.optionalWord("stage")
        export.store = row.identifier("store")
        export.rows = row["rows"]
        export.rowsDone = row["rows_done"]
        export.files = try row.document("files")
        export.error = row["error"]
        export.startedAt = try row.optionalTime("started_at")
        export.finishedAt = try row.optionalTime("finished_at")
        export.heartbeatAt = try row.optionalTime("heartbeat_at")
        export.worker = row.worker
        return export
    }

    static func move(_ export: inout Export, to next: ExportStatus) throws {
        guard export.status == next || export.status.successors.contains(next) else {
            throw LocalStateError(
                .conflict, "export \(export.id) is \(export.status.rawValue) and cannot become \(next.rawValue)")
        }
        export.status = next
    }

    static func update(_ export: Export, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE exports SET status = ?, stage = ?, store = ?, rows = ?, rows_done = ?, files = ?, error = ?,
                    started_at = ?, finished_at = ?, heartbeat_at = ?, worker_host = ?, worker_pid = ?
                WHERE id = ?
                """,
            arguments: [
                export.status.rawValue, export.stage?.rawValue, export.store?.rawValue, export.rows, export.rowsDone,
                StoredText.json(export.files), export.error, export.startedAt.map(StoredText.time),
                export.finishedAt.map(StoredText.time), export.heartbeatAt.map(StoredText.time),
                export.worker?.host, export.worker?.pid, export.id.rawValue,
            ])
    }
}
