import FeatureModel
import SQLiteAccess

/// The file of a local log: its schema, and the places in it.
enum LocalLogFile {
    /// The log's only partition.
    static let partition: Int32 = 0

    /// `LrdL`, and the first schema.
    static let identity = FileIdentity(
        applicationID: 0x4C72_644C, version: 1, purpose: "a local log",
        schema: """
            CREATE TABLE records(
                offset INTEGER PRIMARY KEY, created_timestamp INTEGER NOT NULL,
                "created_timestamp.ns" INTEGER NOT NULL, payload BLOB NOT NULL);
            CREATE TABLE positions(
                consumer_group TEXT PRIMARY KEY NOT NULL, offset INTEGER NOT NULL) WITHOUT ROWID;
            CREATE TABLE ingestions(
                ingestion_id TEXT PRIMARY KEY NOT NULL, row_number INTEGER NOT NULL,
                offset INTEGER NOT NULL) WITHOUT ROWID;
            """)

    /// Opens the log, and makes it where it is missing.
    static func open(path: String, options: ConnectionOptions) throws(DatabaseError) -> Connection {
        let connection = try Connection(path: path, options: options)
        try connection.adopt(identity)
        return connection
    }

    /// The offset of the last record; nil in an empty log.
    static func lastOffset(_ connection: Connection) throws(DatabaseError) -> Int64? {
        try connection.integer("SELECT max(offset) FROM records")
    }
}
