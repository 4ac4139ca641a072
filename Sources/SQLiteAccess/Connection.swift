import CSQLite
import Glibc

/// One connection to one database file, in WAL mode, for one thread or queue at a time.
///
/// Nothing here waits but for the disk and for other connections' locks; so own it with an actor that runs on a
/// ``QueueExecutor``, or with a thread.
public final class Connection {
    /// Whether opening may create the file.
    public enum Access: Sendable {
        /// Creates the file where it is missing.
        case creating
        /// Fails with ``DatabaseError/Condition/missing`` where the file is missing. Where it may not be written, it is
        /// opened for reading.
        case existing
    }

    /// The file.
    public let path: String
    /// Ends this connection's running statement from another thread.
    public let interrupter: Interrupter
    private let database: OpaquePointer
    private var statements: [String: Statement] = [:]
    private var isClosed = false

    /// Opens a file.
    ///
    /// - Throws: ``DatabaseError``; a file that is no database is found out here.
    public convenience init(
        path: String, access: Access = .creating, options: ConnectionOptions = ConnectionOptions()
    ) throws(DatabaseError) {
        self.init(path: path, database: try Self.openHandle(path: path, access: access))
        sqlite3_extended_result_codes(database, 1)
        sqlite3_busy_timeout(database, options.busyTimeoutMilliseconds)
        try execute("PRAGMA cache_size = -\(options.cacheKiB)")
        if access == .creating { try switchToWriteAheadLog(patience: options.busyTimeoutMilliseconds) }
        try execute("PRAGMA synchronous = \(options.synchronous.rawValue)")
        try execute("PRAGMA wal_autocheckpoint = \(options.checkpointPages)")
        _ = try integer("PRAGMA schema_version")
    }

    private init(path: String, database: OpaquePointer) {
        self.path = path
        self.database = database
        self.interrupter = Interrupter(database)
    }

    deinit {
        close()
    }

    /// Gives the file back. Of no effect the second time; statements must not be used any more.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        statements = [:]
        interrupter.detach()
        sqlite3_close_v2(database)
    }

    /// The version of the SQLite library.
    public static var libraryVersion: String { String(cString: sqlite3_libversion()) }

    // MARK: Statements

    /// The prepared statement for a text, made once and kept. It is ready to be bound.
    public func statement(_ sql: String) throws(DatabaseError) -> Statement {
        if let statement = statements[sql] { return statement }
        let statement = try prepare(sql)
        statements[sql] = statement
        return statement
    }

    /// A statement that the caller keeps.
    public func prepare(_ sql: String) throws(DatabaseError) -> Statement {
        try Statement(sql, database: database, path: path)
    }

    /// Runs one or more statements that take and answer nothing.
    public func execute(_ sql: String) throws(DatabaseError) {
        let code = sqlite3_exec(database, sql, nil, nil, nil)
        guard code == SQLITE_OK else {
            throw DatabaseError(code: sqlite3_extended_errcode(database), database: database, path: path)
        }
    }

    /// The first column of the first row as an integer; nil where there is no row or it is NULL.
    public func integer(_ sql: String) throws(DatabaseError) -> Int64? {
        let statement = try statement(sql)
        defer { statement.reset() }
        guard try statement.step(), statement.storageClass(of: 0) != .null else { return nil }
        return statement.int64(0)
    }

    /// The first column of the first row as text; nil where there is no row or it is NULL.
    public func text(_ sql: String) throws(DatabaseError) -> String? {
        let statement = try statement(sql)
        defer { statement.reset() }
        guard try statement.step() else { return nil }
        return statement.optionalText(0)
    }

    /// How many rows the last INSERT, UPDATE or DELETE changed.
    public var changes: Int64 { sqlite3_changes64(database) }

    /// Sets the most bytes that a value or row may have; SQLite's own limit is 1,000,000,000.
    public func limitLength(to bytes: Int32) {
        sqlite3_limit(database, SQLITE_LIMIT_LENGTH, bytes)
    }

    // MARK: Transactions

    /// What a transaction is for.
    public enum TransactionMode: String, Sendable {
        /// Sees one state of the database from its first read on.
        case reading = "BEGIN DEFERRED"
        /// Takes the write lock at once, so that what it reads cannot change under it.
        case writing = "BEGIN IMMEDIATE"
    }

    /// Runs a body in one transaction: committed when it returns, rolled back when it throws.
    public func transaction<Value>(
        _ mode: TransactionMode, _ body: () throws(DatabaseError) -> Value
    ) throws(DatabaseError) -> Value {
        try statement(mode.rawValue).run()
        do throws(DatabaseError) {
            let value = try body()
            try statement("COMMIT").run()
            return value
        } catch {
            rollBack()
            throw error
        }
    }

    /// SQLite may have rolled back by itself, and then there is nothing to end.
    private func rollBack() {
        guard sqlite3_get_autocommit(database) == 0 else { return }
        sqlite3_exec(database, "ROLLBACK", nil, nil, nil)
    }

    // MARK: Opening

    private static func openHandle(path: String, access: Access) throws(DatabaseError) -> OpaquePointer {
        var flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
        if access == .creating { flags |= SQLITE_OPEN_CREATE }
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(path, &handle, flags, nil)
        guard code == SQLITE_OK, let handle else {
            let error = DatabaseError(code: code, database: handle, path: path)
            sqlite3_close_v2(handle)
            throw error
        }
        return handle
    }

    /// The mode is a property of the file. While it changes, SQLite may answer "busy" without waiting: so this waits.
    private func switchToWriteAheadLog(patience: Int32) throws(DatabaseError) {
        var waited: Int32 = 0
        while try text("PRAGMA journal_mode") != "wal" {
            do throws(DatabaseError) {
                try execute("PRAGMA journal_mode = WAL")
            } catch  where error.condition == .busy && waited < patience {
                usleep(10_000)
                waited += 10
            }
        }
    }
}
