import GRDB

extension LocalStateError {
    /// Classifies whatever a call on the database threw.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as LocalStateError: self = error
        case is CancellationError: self.init(.cancelled, "the call was cancelled")
        case let error as DatabaseError: self.init(sqlite: error, path: path)
        case is DecodingError:
            self = .damaged(path, "a document in it cannot be read")
        default: self.init(.unexpected, "the job-state database \(path) failed: \(error)")
        }
    }

    private init(sqlite error: DatabaseError, path: String) {
        let text = error.message ?? "code \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .locked, "another process keeps the job-state database \(path) locked",
                hint: "try again; if it stays so, end the process that has the file open")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path, text)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .unwritable(path)
        case .SQLITE_FULL:
            self.init(.full, "no space is left for the job-state database \(path)", hint: "free some and try again")
        case .SQLITE_CONSTRAINT: self.init(.invalid, "the job-state database refuses the record: \(text)")
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: self.init(.cancelled, "the call was cancelled")
        default: self.init(.unexpected, "the job-state database \(path) failed: \(text)")
        }
    }

    static func damaged(_ path: String, _ what: String) -> LocalStateError {
        LocalStateError(
            .damaged, "the job-state database \(path) is damaged: \(what)",
            hint: "move it aside (with its -wal and -shm files) and start again, or restore a copy; "
                + "the stores are not touched by this")
    }
}
