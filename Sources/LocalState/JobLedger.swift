public import FeatureModel
import GRDB

/// The ledger of ingestion jobs. Its rows are the truth about every job, and the orders that workers obey.
///
/// A worker asks with every sign of life what is wanted: when the job is `ABORTING`, its desired state is `stopped`, or
/// its generation is greater than the lease's, the worker ends.
///
/// **The order that loses and doubles nothing:** the store answers, then ``record(_:lease:at:)``, then the source's
/// position is committed. Whatever the worker dies between, the rows come again, land on themselves in the store, and
/// are passed over here by their positions.
public struct JobLedger: Sendable {
    let database: StateDatabase

    /// Adds a job that was just made.
    ///
    /// - Throws: `conflict` when the (source, store) pair has an active job or the id is taken; `invalid` when a
    ///   feature set is not registered.
    public func create(_ job: Job, by actor: JobActor, reason: String) async throws(LocalStateError) {
        try await database.write { db in
            try refuseDuplicate(of: job, in: db)
            try db.execute(
                sql: """
                    INSERT INTO jobs (id, source, store, desired, generation, status, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    job.id.rawValue, StoredText.json(job.source), job.store.rawValue, job.desired.rawValue,
                    job.generation, job.status.rawValue, StoredText.time(job.createdAt),
                ])
            try JobRow.setFeatureSets(of: job, in: db)
            let event = JobEvent(at: job.createdAt, from: nil, to: job.status, by: actor.rawValue, reason: reason)
            try JobRow.addEvent(event, to: job.id, in: db)
        }
    }

    /// One job; nil when there is none with this id.
    public func get(_ id: JobID) async throws(LocalStateError) -> Job? {
        try await database.read { try JobRow.find(id, in: $0) }
    }

    /// Jobs, the newest first.
    public func list(_ filter: JobFilter = JobFilter()) async throws(LocalStateError) -> [Job] {
        try await database.read { db in
            try Row.fetchAll(
                db,
                sql: JobRow.select + """
                     WHERE (?1 IS NULL OR store = ?1)
                    AND (?2 IS NULL OR id IN (SELECT job FROM job_feature_sets WHERE project = ?2 AND name = ?3))
                    AND (NOT ?4 OR status NOT IN ('COMPLETED', 'ABORTED', 'ERROR'))
                    ORDER BY created_at DESC, id DESC
                    """,
                arguments: [
                    filter.store?.rawValue, filter.featureSet?.project.rawValue, filter.featureSet?.name,
                    filter.isActive,
                ]
            ).map(JobRow.job)
        }
    }

    /// The job of a source and a store: the active one, else the one created last; nil where there was none.
    public func latest(source: SourceDefinition, store: StoreName) async throws(LocalStateError) -> Job? {
        try await database.read { db in
            try Row.fetchOne(
                db,
                sql: JobRow.select + """
                     WHERE source = ? AND store = ?
                    ORDER BY status IN ('COMPLETED', 'ABORTED', 'ERROR'), created_at DESC, id DESC LIMIT 1
                    """,
                arguments: [StoredText.json(source), store.rawValue]
            ).map(JobRow.job)
        }
    }

    /// The active job of a source and a store, of which there is one at the most.
    public func active(source: SourceDefinition, store: StoreName) async throws(LocalStateError) -> Job? {
        let job = try await latest(source: source, store: store)
        return job.flatMap { $0.status.isTerminal ? nil : $0 }
    }

    /// Active jobs whose worker has not been heard of for longer than the term.
    public func lost(at now: Timestamp, term: Duration) async throws(LocalStateError) -> [Job] {
        try await list(JobFilter(isActive: true)).filter { job in
            guard job.worker != nil, let heartbeat = job.heartbeatAt else { return false }
            return LeaseTerm(duration: term).hasExpired(since: heartbeat, at: now)
        }
    }

    /// What happened to a job, the oldest first; empty for an unknown id.
    public func history(of id: JobID) async throws(LocalStateError) -> [JobEvent] {
        try await database.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM job_events WHERE job = ? ORDER BY sequence", arguments: [id.rawValue]
            ).map { row in
                JobEvent(
                    at: try row.time("at"), from: try row.optionalWord("from_status"),
                    to: try row.word("to_status"), by: row["actor"], reason: row["reason"])
            }
        }
    }

    private func refuseDuplicate(of job: Job, in db: Database) throws {
        if try JobRow.find(job.id, in: db) != nil {
            throw LocalStateError(.conflict, "there already is a job \(job.id)")
        }
        let other = try String.fetchOne(
            db,
            sql: """
                SELECT id FROM jobs
                WHERE source = ? AND store = ? AND status NOT IN ('COMPLETED', 'ABORTED', 'ERROR')
                """,
            arguments: [StoredText.json(job.source), job.store.rawValue])
        if let other {
            throw LocalStateError(.conflict, "job \(other) already feeds store \(job.store) from this source")
        }
    }
}
