import CSQLite
import Glibc

extension DatabaseError {
    /// Makes an error from a result code and the connection that gave it.
    init(code: Int32, database: OpaquePointer?, path: String) {
        let message = database.flatMap(sqlite3_errmsg) ?? sqlite3_errstr(code)
        let systemError = database.map(sqlite3_system_errno) ?? 0
        self.init(
            Self.condition(code: code, systemError: systemError), code: code,
            message: message.map { String(cString: $0) } ?? "unknown", path: path)
    }

    /// Sorts SQLite's codes; a full disk may hide behind an I/O error, which only `errno` tells.
    static func condition(code: Int32, systemError: Int32) -> Condition {
        if [ENOSPC, EDQUOT].contains(systemError), [SQLITE_IOERR, SQLITE_CANTOPEN].contains(code & 0xff) {
            return .full
        }
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: return .busy
        case SQLITE_FULL: return .full
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: return .damaged
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: return .denied
        case SQLITE_CANTOPEN: return [EACCES, EPERM, EROFS].contains(systemError) ? .denied : .missing
        case SQLITE_IOERR: return .unreadable
        case SQLITE_TOOBIG: return .tooBig
        case SQLITE_CONSTRAINT, SQLITE_MISMATCH: return .constraint
        case SQLITE_INTERRUPT: return .interrupted
        case SQLITE_NOMEM: return .outOfMemory
        default: return .other
        }
    }
}
