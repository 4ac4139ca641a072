import SQLiteAccess

/// The file of an SQLite store: who may use it, and what is in it besides the tables of feature sets.
enum SQLiteStoreFile {
    /// `LrdS`, and the first schema.
    static let identity = FileIdentity(
        applicationID: 0x4C72_6453, version: 1, purpose: "a feature store", schema: SQLiteDeadLetterTable.schema)

    /// Opens the file for bulk writing, and makes it where it is missing.
    static func openForWriting(path: String) throws(DatabaseError) -> Connection {
        let connection = try Connection(path: path, options: .writer)
        try connection.adopt(identity)
        return connection
    }

    /// Opens the file for reading.
    ///
    /// - Returns: nil where nothing was ever written to the store: absence, not an error.
    static func openForReading(path: String) throws(DatabaseError) -> Connection? {
        guard DatabaseFile(path: path).exists else { return nil }
        let connection = try Connection(path: path, access: .existing)
        return try connection.recognize(identity) == .known ? connection : nil
    }
}
