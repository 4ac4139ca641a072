import FeatureModel
import GRDB

/// Reads jobs from their tables.
enum JobRow {
    /// The job's columns and its feature sets, as a list of `project/name`.
    static let select = """
        SELECT jobs.*, (SELECT json_group_array(reference) FROM (
            SELECT project || '/' || name AS reference FROM job_feature_sets
            WHERE job = jobs.id ORDER BY project, name)) AS feature_sets
        FROM jobs
        """

    static func find(_ id: JobID, in db: Database) throws -> Job? {
        try Row.fetchOne(db, sql: select + " WHERE id = ?", arguments: [id.rawValue]).map(job)
    }

    static func require(_ id: JobID, in db: Database) throws -> Job {
        guard let job = try find(id, in: db) else {
            throw LocalStateError(.notFound, "there is no job \(id)", hint: "'larder jobs list' shows them")
        }
        return job
    }

    static func job(_ row: Row) throws -> Job {
        let references: [String] = try row.document("feature_sets")
        var job = Job(
            id: JobID(rawValue: row["id"]), source: try row.document("source"),
            store: StoreName(rawValue: row["store"]),
            featureSets: references.compactMap { FeatureSetReference($0, defaultProject: "") },
            createdAt: try row.time("created_at"))
        job.desired = try row.word("desired")
        job.generation = row["generation"]
        job.status = try row.word("status")
        job.counters = JobCounters(
            rowsRead: row["rows_read"], rowsWritten: row["rows_written"], rowsFailed: row["rows_failed"],
            rowsIgnored: row["rows_ignored"])
        job.lagRows = row["lag_rows"]
        job.lagSeconds = row["lag_seconds"]
        job.lastError = row["last_error"]
        job.startedAt = try row.optionalTime("started_at")
        job.heartbeatAt = try row.optionalTime("heartbeat_at")
        job.worker = row.worker
        job.restarts = row["restarts"]
        job.attempts = row["attempts"]
        job.retryAt = try row.optionalTime("retry_at")
        return job
    }

    /// Writes the parts of a job that orders, claims and transitions change.
    static func update(_ job: Job, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE jobs SET desired = ?, generation = ?, status = ?, lag_rows = ?, lag_seconds = ?,
                    last_error = ?, started_at = ?, heartbeat_at = ?, worker_host = ?, worker_pid = ?, restarts = ?,
                    attempts = ?, retry_at = ?
                WHERE id = ?
                """,
            arguments: [
                job.desired.rawValue, job.generation, job.status.rawValue, job.lagRows, job.lagSeconds,
                job.lastError, job.startedAt.map(StoredText.time), job.heartbeatAt.map(StoredText.time),
                job.worker?.host, job.worker?.pid, job.restarts, job.attempts, job.retryAt.map(StoredText.time),
                job.id.rawValue,
            ])
    }

    static func setFeatureSets(of job: Job, in db: Database) throws {
        try db.execute(sql: "DELETE FROM job_feature_sets WHERE job = ?", arguments: [job.id.rawValue])
        for set in Set(job.featureSets) {
            try db.execute(
                sql: "INSERT INTO job_feature_sets (job, project, name) VALUES (?, ?, ?)",
                arguments: [job.id.rawValue, set.project.rawValue, set.name])
        }
    }

    static func addEvent(_ event: JobEvent, to id: JobID, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO job_events (job, at, from_status, to_status, actor, reason) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id.rawValue, StoredText.time(event.at), event.from?.rawValue, event.to.rawValue, event.by,
                event.reason,
            ])
    }
}
