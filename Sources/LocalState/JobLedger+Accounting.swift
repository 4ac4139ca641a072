public import FeatureModel
import GRDB

extension JobLedger {
    /// Enters rows that the store has answered for, in one transaction with the positions they stood at, and counts as
    /// a sign of life. Rows at positions that were entered before are passed over, so that entering twice counts once.
    ///
    /// The job's counters pass over what this job entered; the ingestion's tallies pass over what any job of the same
    /// source and store entered, so that a job that reads the source again answers for no row twice.
    ///
    /// - Parameter rows: in the order of the source within each partition, without gaps the worker has not answered for.
    /// - Returns: the job as it is now: its orders.
    /// - Throws: `leaseLost` when the worker no longer holds the job or was ordered to begin anew; nothing is entered
    ///   then. Rows that were read for other subscriptions than the job's now must come again.
    @discardableResult
    public func record(
        _ rows: [AccountedRow], lease: JobLease, at now: Timestamp
    ) async throws(LocalStateError) -> Job {
        try await database.write { db in
            var job = try JobRow.require(lease, in: db)
            guard job.generation == lease.generation else {
                throw LocalStateError(.leaseLost, "job \(job.id) was ordered to begin anew")
            }
            let source = try StoredText.json(job.source)
            let account = RowAccount(
                rows, jobMarks: try marks(ofJob: job.id, in: db),
                routeMarks: try marks(ofSource: source, store: job.store, in: db))
            job.counters.add(account.jobCounters)
            job.heartbeatAt = now
            try saveCounters(of: job, in: db)
            try saveTallies(account.tallies, of: job.id, in: db)
            try saveMarks(account.last, job: job, source: source, in: db)
            return job
        }
    }

    /// The last position per partition that a job has answered for.
    public func positions(of id: JobID) async throws(LocalStateError) -> [SourcePosition] {
        try await database.read { db in
            try marks(ofJob: id, in: db).map { SourcePosition(partition: $0.key, offset: $0.value) }.sorted()
        }
    }

    /// What the jobs that read a source have answered for of one ingestion, by job. A store has answered for all of it when the sum of
    /// ``IngestionTally/rowsAnswered`` over its tallies is the number of rows that were produced.
    ///
    /// - Parameter source: only jobs that read this source; nil for all. A file can have been ingested into another one,
    ///   before its feature set moved.
    public func tallies(
        of ingestion: IngestionID, from source: SourceDefinition? = nil
    ) async throws(LocalStateError) -> [IngestionTally] {
        try await database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT ingestion_tallies.*, jobs.store FROM ingestion_tallies
                    JOIN jobs ON jobs.id = ingestion_tallies.job
                    WHERE ingestion = ?1 AND (?2 IS NULL OR jobs.source = ?2)
                    ORDER BY jobs.store, jobs.created_at, jobs.id
                    """,
                arguments: [ingestion.rawValue, try source.map { try StoredText.json($0) }]
            ).map { row in
                IngestionTally(
                    job: JobID(rawValue: row["job"]), store: StoreName(rawValue: row["store"]),
                    rowsWritten: row["rows_written"], rowsFailed: row["rows_failed"],
                    rowsIgnored: row["rows_ignored"])
            }
        }
    }

    private func marks(ofJob id: JobID, in db: Database) throws -> [Int32: Int64] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT partition, last_offset FROM job_positions WHERE job = ?", arguments: [id.rawValue])
        return Dictionary(rows.map { ($0["partition"], $0["last_offset"]) }) { first, _ in first }
    }

    private func marks(ofSource source: String, store: StoreName, in db: Database) throws -> [Int32: Int64] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT partition, last_offset FROM route_positions WHERE source = ? AND store = ?",
            arguments: [source, store.rawValue])
        return Dictionary(rows.map { ($0["partition"], $0["last_offset"]) }) { first, _ in first }
    }

    private func saveCounters(of job: Job, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE jobs SET rows_read = ?, rows_written = ?, rows_failed = ?, rows_ignored = ?, heartbeat_at = ?
                WHERE id = ?
                """,
            arguments: [
                job.counters.rowsRead, job.counters.rowsWritten, job.counters.rowsFailed, job.counters.rowsIgnored,
                job.heartbeatAt.map(StoredText.time), job.id.rawValue,
            ])
    }

    private func saveTallies(_ tallies: [IngestionID: JobCounters], of id: JobID, in db: Database) throws {
        for (ingestion, counters) in tallies {
            try db.execute(
                sql: """
                    INSERT INTO ingestion_tallies (ingestion, job, rows_written, rows_failed, rows_ignored)
                    VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (ingestion, job) DO UPDATE SET rows_written = rows_written + excluded.rows_written,
                        rows_failed = rows_failed + excluded.rows_failed,
                        rows_ignored = rows_ignored + excluded.rows_ignored
                    """,
                arguments: [
                    ingestion.rawValue, id.rawValue, counters.rowsWritten, counters.rowsFailed, counters.rowsIgnored,
                ])
        }
    }

    private func saveMarks(_ last: [Int32: Int64], job: Job, source: String, in db: Database) throws {
        for (partition, offset) in last {
            try db.execute(
                sql: """
                    INSERT INTO job_positions (job, partition, last_offset) VALUES (?, ?, ?)
                    ON CONFLICT (job, partition) DO UPDATE SET last_offset = max(last_offset, excluded.last_offset)
                    """,
                arguments: [job.id.rawValue, partition, offset])
            try db.execute(
                sql: """
                    INSERT INTO route_positions (source, store, partition, last_offset) VALUES (?, ?, ?, ?)
                    ON CONFLICT (source, store, partition)
                        DO UPDATE SET last_offset = max(last_offset, excluded.last_offset)
                    """,
                arguments: [source, job.store.rawValue, partition, offset])
        }
    }
}
