/// What kind of database a file is, and which version of its schema it has: SQLite's `application_id` and
/// `user_version`, which stand in the file's header.
public struct FileIdentity: Sendable, Hashable {
    /// The number that tells this kind of file from all others.
    public let applicationID: Int64
    /// The schema that this program writes, from 1.
    public let version: Int64
    /// What the file is for, for messages: `a local log`.
    public let purpose: String
    /// The statements that make the schema in an empty file.
    public let schema: String

    /// Makes an identity.
    public init(applicationID: Int64, version: Int64, purpose: String, schema: String) {
        self.applicationID = applicationID
        self.version = version
        self.purpose = purpose
        self.schema = schema
    }
}

extension Connection {
    /// Whether a file is of a kind.
    public enum Recognition: Sendable, Hashable {
        /// It is, and of the version that this program knows.
        case known
        /// It holds nothing at all yet.
        case empty
    }

    /// Judges the file.
    ///
    /// - Throws: `foreign` for another kind of database, `newer` for a later schema.
    public func recognize(_ identity: FileIdentity) throws(DatabaseError) -> Recognition {
        try transaction(.reading) { () throws(DatabaseError) in try judge(identity) }
    }

    /// Needs a transaction: between its reads, another process may make the schema.
    private func judge(_ identity: FileIdentity) throws(DatabaseError) -> Recognition {
        let applicationID = try integer("PRAGMA application_id") ?? 0
        let version = try integer("PRAGMA user_version") ?? 0
        if applicationID == identity.applicationID {
            guard version <= identity.version else {
                throw DatabaseError(
                    .newer(found: version, known: identity.version), message: identity.purpose, path: path)
            }
            return .known
        }
        guard applicationID == 0, version == 0, try integer("SELECT count(*) FROM sqlite_schema") == 0 else {
            throw DatabaseError(.foreign, message: "it is not \(identity.purpose)", path: path)
        }
        return .empty
    }

    /// Judges the file, and makes the schema where it is empty. Two processes may do so at once.
    public func adopt(_ identity: FileIdentity) throws(DatabaseError) {
        guard try recognize(identity) == .empty else { return }
        try transaction(.writing) { () throws(DatabaseError) in
            guard try judge(identity) == .empty else { return }
            try execute(identity.schema)
            try execute("PRAGMA application_id = \(identity.applicationID)")
            try execute("PRAGMA user_version = \(identity.version)")
        }
    }
}
