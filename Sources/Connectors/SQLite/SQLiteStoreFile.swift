import SQLiteAccess

/// The file of an SQLite store: who may use it, and what is in it besides the tables of feature sets.
enum SQLiteStoreFile {
    /// `LrdS`, and the first schema.
    static let identity = FileIdentity(
        applicationID: 0x4C72_6453, version: 1, purpose: "a feature store", schema: SQLiteDeadLetterTable.schema)

    /// Opens the file for bulk writing, and makes it where it is missing.
    static func openForWriting(_ configuration: SQLiteConfiguration) throws(DatabaseError) -> Connection {
        var options = ConnectionOptions.writer
        options.busyTimeoutMilliseconds = configuration.busyTimeoutMilliseconds
        let connection = try Connection(path: configuration.path, options: options)
        connection.limitLength(to: configuration.longestRow)
        try connection.adopt(identity)
        return connection
    }

    /// Opens the file for reading.
    ///
    /// - Parameters:
    ///   - configuration: which file.
    ///   - cacheKiB: the most memory for pages; more pays where many seeks follow.
    /// - Returns: nil where nothing was ever written to the store: absence, not an error.
    static func openForReading(
        _ configuration: SQLiteConfiguration, cacheKiB: Int = 8_192
    ) throws(DatabaseError) -> Connection? {
        guard DatabaseFile(path: configuration.path).exists else { return nil }
        let options = ConnectionOptions(
            busyTimeoutMilliseconds: configuration.busyTimeoutMilliseconds, cacheKiB: cacheKiB)
        let connection = try Connection(path: configuration.path, access: .existing, options: options)
        return try connection.recognize(identity) == .known ? connection : nil
    }
}
