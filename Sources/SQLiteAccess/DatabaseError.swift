/// What SQLite, or the file, refused: which condition it is, SQLite's own code and words, and the file concerned.
///
/// It never holds a bound value. ``condition`` is what code acts on; ``advice`` is what a person is told.
public struct DatabaseError: Error, Sendable, Equatable {
    /// The kind of trouble; a closed set.
    public enum Condition: Sendable, Equatable {
        /// Another connection holds the lock, and did not let go within the busy timeout.
        case busy
        /// No room on the disk, or the quota is used up.
        case full
        /// The file is no database, or its pages contradict each other.
        case damaged
        /// The file, or its folder, may not be written.
        case denied
        /// The folder is missing, or the path cannot be a file.
        case missing
        /// The disk failed to read or write.
        case unreadable
        /// A value or a row is larger than SQLite takes.
        case tooBig
        /// A constraint of the schema was violated.
        case constraint
        /// Somebody asked the running statement to end.
        case interrupted
        /// There was no memory.
        case outOfMemory
        /// A sound database that another program, or another part of this one, made.
        case foreign
        /// Made by a newer version of this program.
        case newer(found: Int64, known: Int64)
        /// The connection was closed before.
        case closed
        /// Anything else.
        case other
    }

    /// The kind of trouble.
    public let condition: Condition
    /// SQLite's extended result code; 0 where the file was judged by its identity.
    public let code: Int32
    /// What SQLite said, without values.
    public let message: String
    /// The file.
    public let path: String

    /// Makes an error.
    public init(_ condition: Condition, code: Int32 = 0, message: String, path: String) {
        self.condition = condition
        self.code = code
        self.message = message
        self.path = path
    }
}

extension DatabaseError: CustomStringConvertible {
    /// The advice, and SQLite's code.
    public var description: String { code == 0 ? advice : "\(advice) (SQLite code \(code))" }

    /// What is wrong and what to do about it, in one sentence that names the file.
    public var advice: String {
        switch condition {
        case .busy: "\(path) is locked by another process; try again, or find it with: fuser \(path)"
        case .full: "there is no room left on the disk that holds \(path); make room and try again"
        case .damaged where code == 0:
            "\(path) is damaged: \(message); keep a copy, then restore a backup or write the rows again"
        case .damaged:
            "\(path) is damaged or no SQLite database; keep a copy, then restore a backup, or try: sqlite3 \(path) .recover"
        case .denied: "\(path) may not be written; check the permissions of the file and of its folder"
        case .missing: "\(path) cannot be opened; check that its folder exists and that it is not a folder itself"
        case .unreadable: "the disk failed while \(path) was read or written; check it and try again"
        case .tooBig: "a value is larger than SQLite takes (\(message))"
        case .constraint: "the table refused it (\(message))"
        case .interrupted: "it was asked to stop"
        case .outOfMemory: "there was not enough memory for \(path); free some and try again"
        case .foreign: "\(path) is in use for something else (\(message)); set another path"
        case .newer(let found, let known):
            "\(path) has schema \(found), made by a newer version; this one knows \(known): upgrade, or set another path"
        case .closed: "\(path) was closed; open it again"
        case .other: "SQLite refused it for \(path): \(message)"
        }
    }
}
