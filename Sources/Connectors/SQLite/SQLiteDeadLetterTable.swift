import FeatureModel
import SQLiteAccess

/// The table of dead letters: its schema, and a letter ↔ a row.
///
/// The index holds every column that a query can narrow by, so that paging, counting and grouping never touch the
/// payloads.
enum SQLiteDeadLetterTable {
    static let schema = """
        CREATE TABLE dead_letters(
            id TEXT PRIMARY KEY NOT NULL, at INTEGER NOT NULL, "at.ns" INTEGER NOT NULL, project TEXT,
            feature_set TEXT, store TEXT, job_id TEXT, transform TEXT NOT NULL, reason TEXT NOT NULL,
            message TEXT NOT NULL, payload BLOB NOT NULL, "source.partition" INTEGER, "source.offset" INTEGER,
            ingestion_id TEXT NOT NULL, replays INTEGER NOT NULL);
        CREATE INDEX dead_letters_newest ON dead_letters(
            at DESC, "at.ns" DESC, id DESC, reason, project, feature_set, store, job_id);
        """

    static let columns = """
        id, at, "at.ns", project, feature_set, store, job_id, transform, reason, message, payload,
        "source.partition", "source.offset", ingestion_id, replays
        """

    static let newestFirst = #"ORDER BY at DESC, "at.ns" DESC, id DESC"#

    /// A letter that is there already stays as it is.
    static let insertion = """
        INSERT INTO dead_letters(\(columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        ON CONFLICT(id) DO NOTHING
        """

    /// Binds a letter to ``insertion``.
    static func bind(_ letter: DeadLetter, to statement: Statement) throws(DatabaseError) {
        try statement.bind(letter.id.rawValue, at: 1)
        try statement.bind(letter.at.seconds, at: 2)
        try statement.bind(Int64(letter.at.nanoseconds), at: 3)
        try statement.bind(letter.featureSet?.project.rawValue, at: 4)
        try statement.bind(letter.featureSet?.name, at: 5)
        try statement.bind(letter.store?.rawValue, at: 6)
        try statement.bind(letter.job?.rawValue, at: 7)
        try statement.bind(letter.transform, at: 8)
        try statement.bind(letter.reason.rawValue, at: 9)
        try statement.bind(letter.message, at: 10)
        try statement.bind(letter.payload, at: 11)
        if let position = letter.position {
            try statement.bind(Int64(position.partition), at: 12)
            try statement.bind(position.offset, at: 13)
        } else {
            try statement.bindNull(at: 12)
            try statement.bindNull(at: 13)
        }
        try statement.bind(letter.ingestionID.rawValue, at: 14)
        try statement.bind(letter.replays, at: 15)
    }

    /// Reads a letter from a row of ``columns``.
    static func letter(_ row: Statement, path: String) throws(DatabaseError) -> DeadLetter {
        DeadLetter(
            id: DeadLetterID(row.text(0)), at: timestamp(row, at: 1),
            featureSet: featureSet(row, at: 3), store: row.optionalText(5).map { StoreName($0) },
            job: row.optionalText(6).map { JobID($0) }, transform: row.text(7),
            reason: try reason(row.text(8), path: path), message: row.text(9), payload: row.blob(10),
            position: row.storageClass(of: 12) == .null
                ? nil
                : SourcePosition(partition: Int32(truncatingIfNeeded: row.int64(11)), offset: row.int64(12)),
            ingestionID: IngestionID(row.text(13)), replays: row.int64(14))
    }

    /// Reads a group from a row of reason, project, feature set, store, count, first and last time.
    static func group(_ row: Statement, path: String) throws(DatabaseError) -> DeadLetterGroup {
        DeadLetterGroup(
            reason: try reason(row.text(0), path: path), featureSet: featureSet(row, at: 1),
            store: row.optionalText(3).map { StoreName($0) }, count: row.int64(4), first: timestamp(row, at: 5),
            last: timestamp(row, at: 7))
    }

    private static func timestamp(_ row: Statement, at column: Int32) -> Timestamp {
        Timestamp(seconds: row.int64(column), nanoseconds: Int32(truncatingIfNeeded: row.int64(column + 1)))
    }

    private static func featureSet(_ row: Statement, at column: Int32) -> FeatureSetReference? {
        guard let project = row.optionalText(column), let name = row.optionalText(column + 1) else { return nil }
        return FeatureSetReference(project: ProjectName(project), name: name)
    }

    private static func reason(_ text: String, path: String) throws(DatabaseError) -> DeadLetterReason {
        guard let reason = DeadLetterReason(rawValue: text) else {
            throw DatabaseError(.damaged, message: "a dead letter has an unknown reason", path: path)
        }
        return reason
    }
}
