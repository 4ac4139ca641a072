import CSQLite

/// A prepared statement. Places of parameters count from 1, columns from 0, as SQLite counts them.
///
/// Bind every parameter, then ``run()``, or ``step()`` until false and ``reset()``. A statement belongs to the thread
/// or queue of its connection.
public final class Statement {
    private let pointer: OpaquePointer
    private let database: OpaquePointer
    private let path: String

    init(_ sql: String, database: OpaquePointer, path: String) throws(DatabaseError) {
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        guard code == SQLITE_OK, let prepared else {
            throw DatabaseError(code: code, database: database, path: path)
        }
        self.pointer = prepared
        self.database = database
        self.path = path
    }

    deinit {
        sqlite3_finalize(pointer)
    }

    // MARK: Binding

    /// Binds NULL.
    public func bindNull(at place: Int32) throws(DatabaseError) {
        try check(sqlite3_bind_null(pointer, place))
    }

    /// Binds an integer.
    public func bind(_ value: Int64, at place: Int32) throws(DatabaseError) {
        try check(sqlite3_bind_int64(pointer, place, value))
    }

    /// Binds a floating-point number. SQLite makes NULL of NaN.
    public func bind(_ value: Double, at place: Int32) throws(DatabaseError) {
        try check(sqlite3_bind_double(pointer, place, value))
    }

    /// Binds text; it may hold NUL.
    public func bind(_ value: String, at place: Int32) throws(DatabaseError) {
        var value = value
        let code = value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // An empty string may have no address, which SQLite would take for NULL.
                guard let address = characters.baseAddress else { return larder_bind_text(pointer, place, "", 0) }
                return larder_bind_text(pointer, place, address, UInt64(characters.count))
            }
        }
        try check(code)
    }

    /// Binds text, or NULL where there is none.
    public func bind(_ value: String?, at place: Int32) throws(DatabaseError) {
        if let value { try bind(value, at: place) } else { try bindNull(at: place) }
    }

    /// Binds a blob; SQLite copies it.
    public func bind(_ value: [UInt8], at place: Int32) throws(DatabaseError) {
        try check(value.withUnsafeBytes { larder_bind_blob(pointer, place, $0.baseAddress, UInt64($0.count)) })
    }

    /// Binds a blob, runs the statement to its end and resets it, without copying the blob.
    public func run(binding value: [UInt8], at place: Int32) throws(DatabaseError) {
        let code = value.withUnsafeBytes { bytes -> Int32 in
            let bound = larder_bind_blob_in_place(pointer, place, bytes.baseAddress, UInt64(bytes.count))
            guard bound == SQLITE_OK else { return bound }
            var stepped = sqlite3_step(pointer)
            while stepped == SQLITE_ROW { stepped = sqlite3_step(pointer) }
            return stepped
        }
        guard code == SQLITE_DONE else { throw failure(code) }
        sqlite3_reset(pointer)
        sqlite3_bind_null(pointer, place)
    }

    // MARK: Running

    /// Goes to the next row of the answer.
    ///
    /// - Returns: false after the last. After an error the statement is reset.
    public func step() throws(DatabaseError) -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw failure(code)
        }
    }

    /// Runs to the end, passing over rows, and resets.
    public func run() throws(DatabaseError) {
        while try step() {}
        reset()
    }

    /// Makes the statement ready to run again; bindings stay. A row left open would hold its transaction open.
    public func reset() {
        sqlite3_reset(pointer)
    }

    // MARK: Reading

    /// How the value of a column of the current row is stored.
    public func storageClass(of column: Int32) -> StorageClass {
        switch sqlite3_column_type(pointer, column) {
        case SQLITE_INTEGER: .integer
        case SQLITE_FLOAT: .real
        case SQLITE_TEXT: .text
        case SQLITE_BLOB: .blob
        default: .null
        }
    }

    /// An integer of the current row.
    public func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

    /// A floating-point number of the current row.
    public func double(_ column: Int32) -> Double { sqlite3_column_double(pointer, column) }

    /// Text of the current row; what is not UTF-8 is replaced.
    public func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(pointer, column) else { return "" }
        let count = Int(sqlite3_column_bytes(pointer, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// Text of the current row, nil where it is NULL.
    public func optionalText(_ column: Int32) -> String? {
        storageClass(of: column) == .null ? nil : text(column)
    }

    /// A copy of a blob of the current row.
    public func blob(_ column: Int32) -> [UInt8] {
        withBlob(column) { [UInt8]($0) }
    }

    /// Looks at a blob of the current row in place.
    public func withBlob<Value>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        let bytes = sqlite3_column_blob(pointer, column)
        return body(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(pointer, column))))
    }

    private func check(_ code: Int32) throws(DatabaseError) {
        guard code == SQLITE_OK else { throw DatabaseError(code: code, database: database, path: path) }
    }

    /// The error is read before the reset, which would overwrite it.
    private func failure(_ code: Int32) -> DatabaseError {
        let error = DatabaseError(code: sqlite3_extended_errcode(database), database: database, path: path)
        sqlite3_reset(pointer)
        return error.code & 0xff == code & 0xff ? error : DatabaseError(code: code, database: database, path: path)
    }
}
