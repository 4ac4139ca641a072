public import FeatureModel
import GRDB

extension JobLedger {
    /// How long samples are kept.
    public static let sampleAge = Duration.seconds(30 * 60)

    /// Keeps a sample of the job as it is now, with what its worker has measured; samples that are too old go.
    ///
    /// - Throws: `leaseLost` when the worker no longer holds the job.
    public func keep(
        _ measurement: JobMeasurement, lease: JobLease, at now: Timestamp
    ) async throws(LocalStateError) {
        try await database.write { db in
            let job = try JobRow.require(lease, in: db)
            let last = try lastSample(of: job.id, in: db)
            try addSample(measurement, of: job, at: now, in: db)
            try dropOldSamples(of: job.id, at: now, in: db)
            let seconds = last.map { now.duration(since: $0) / .seconds(1) }.flatMap { $0 > 0 ? $0 : nil }
            try updateSets(measurement.parts, of: job.id, seconds: seconds, at: now, in: db)
            try replacePartitions(measurement.partitions, of: job.id, in: db)
        }
    }

    /// How a job has been doing in the last half hour.
    public func metrics(of id: JobID, at now: Timestamp) async throws(LocalStateError) -> JobMetrics {
        try await database.read { db in
            let limit = StoredText.time(now.advanced(by: .zero - Self.sampleAge))
            let samples = try Row.fetchAll(
                db, sql: "SELECT * FROM job_samples WHERE job = ? AND at >= ? ORDER BY at",
                arguments: [id.rawValue, limit])
            let sets = try Row.fetchAll(
                db, sql: "SELECT * FROM job_set_measures WHERE job = ? ORDER BY project, name", arguments: [id.rawValue]
            )
            let partitions = try Row.fetchAll(
                db, sql: "SELECT * FROM job_partitions WHERE job = ? ORDER BY partition", arguments: [id.rawValue])
            return JobMetrics(
                samples: try samples.map(Self.sample), featureSets: try sets.map(Self.setMeasure),
                partitions: partitions.map(Self.partition))
        }
    }

    private func lastSample(of id: JobID, in db: Database) throws -> Timestamp? {
        try Row.fetchOne(
            db, sql: "SELECT max(at) AS at FROM job_samples WHERE job = ?", arguments: [id.rawValue]
        )?.optionalTime("at")
    }

    private func addSample(_ measurement: JobMeasurement, of job: Job, at now: Timestamp, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO job_samples (job, at, rows_read, rows_written, rows_failed, rows_ignored,
                    lag_rows, event_lag_50, event_lag_99)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                job.id.rawValue, StoredText.time(now), job.counters.rowsRead, job.counters.rowsWritten,
                job.counters.rowsFailed, job.counters.rowsIgnored, job.lagRows, measurement.eventLag50,
                measurement.eventLag99,
            ])
    }

    /// Samples from the future go as well: the clock was set back.
    private func dropOldSamples(of id: JobID, at now: Timestamp, in db: Database) throws {
        try db.execute(
            sql: "DELETE FROM job_samples WHERE job = ? AND (at < ? OR at > ?)",
            arguments: [
                id.rawValue, StoredText.time(now.advanced(by: .zero - Self.sampleAge)), StoredText.time(now),
            ])
    }

    private func updateSets(
        _ parts: [JobMeasurement.Part], of id: JobID, seconds: Double?, at now: Timestamp, in db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE job_set_measures SET rows_per_second = 0 WHERE job = ?", arguments: [id.rawValue])
        for part in parts {
            try db.execute(
                sql: """
                    INSERT INTO job_set_measures (job, project, name, at, total_rows, rows_per_second, event_lag_50,
                        event_lag_99, missing_share)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (job, project, name) DO UPDATE SET at = excluded.at,
                        total_rows = total_rows + excluded.total_rows, rows_per_second = excluded.rows_per_second,
                        event_lag_50 = excluded.event_lag_50, event_lag_99 = excluded.event_lag_99,
                        missing_share = excluded.missing_share
                    """,
                arguments: [
                    id.rawValue, part.featureSet.project.rawValue, part.featureSet.name, StoredText.time(now),
                    part.rows, seconds.map { Double(part.rows) / $0 } ?? 0, part.eventLag50, part.eventLag99,
                    part.missingShare,
                ])
        }
    }

    private func replacePartitions(_ partitions: [JobPartition], of id: JobID, in db: Database) throws {
        guard !partitions.isEmpty else { return }
        try db.execute(sql: "DELETE FROM job_partitions WHERE job = ?", arguments: [id.rawValue])
        for place in partitions {
            try db.execute(
                sql: "INSERT INTO job_partitions (job, partition, committed, end, lag_rows) VALUES (?, ?, ?, ?, ?)",
                arguments: [id.rawValue, place.partition, place.committed, place.end, place.lagRows])
        }
    }

    private static func sample(_ row: Row) throws -> JobSample {
        JobSample(
            at: try row.time("at"),
            counters: JobCounters(
                rowsRead: row["rows_read"], rowsWritten: row["rows_written"], rowsFailed: row["rows_failed"],
                rowsIgnored: row["rows_ignored"]),
            lagRows: row["lag_rows"], eventLag50: row["event_lag_50"], eventLag99: row["event_lag_99"])
    }

    private static func setMeasure(_ row: Row) throws -> JobSetMeasure {
        JobSetMeasure(
            featureSet: FeatureSetReference(project: ProjectName(rawValue: row["project"]), name: row["name"]),
            at: try row.time("at"), totalRows: row["total_rows"], rowsPerSecond: row["rows_per_second"],
            eventLag50: row["event_lag_50"], eventLag99: row["event_lag_99"], missingShare: row["missing_share"])
    }

    private static func partition(_ row: Row) -> JobPartition {
        JobPartition(
            partition: row["partition"], committed: row["committed"], end: row["end"], lagRows: row["lag_rows"])
    }
}
