import FeatureModel
import SQLiteAccess

/// A query for dead letters as a condition in SQL and what to bind to it.
struct SQLiteDeadLetterFilter {
    private enum Parameter {
        case text(String)
        case integer(Int64)
    }

    /// ` WHERE …`, or nothing. Its parameters are numbered, so that a statement may have it more than once.
    let clause: String
    /// The number of the first parameter behind the clause's.
    let next: Int32
    private let parameters: [Parameter]
    private let ids: Set<DeadLetterID>?

    init(_ query: DeadLetterQuery) {
        var conditions: [String] = []
        var parameters: [Parameter] = []
        func narrow(_ column: String, _ value: String?) {
            guard let value else { return }
            parameters.append(.text(value))
            conditions.append("\(column) = ?\(parameters.count)")
        }
        narrow("reason", query.reason?.rawValue)
        narrow("project", query.featureSet?.project.rawValue)
        narrow("feature_set", query.featureSet?.name)
        narrow("store", query.store?.rawValue)
        narrow("job_id", query.job?.rawValue)
        if let since = query.since {
            parameters += [.integer(since.seconds), .integer(Int64(since.nanoseconds))]
            conditions.append("(at, \"at.ns\") >= (?\(parameters.count - 1), ?\(parameters.count))")
        }
        if query.ids != nil { conditions.append("id IN (SELECT id FROM temp.wanted)") }
        clause = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
        self.parameters = parameters
        next = Int32(parameters.count + 1)
        ids = query.ids
    }

    /// Prepares a statement that has ``clause`` in it, and binds the clause's parameters.
    func statement(_ sql: String, in database: Connection) throws(DatabaseError) -> Statement {
        if let ids { try fillWanted(ids, in: database) }
        let statement = try database.statement(sql)
        var place: Int32 = 1
        for parameter in parameters {
            switch parameter {
            case .text(let text): try statement.bind(text, at: place)
            case .integer(let number): try statement.bind(number, at: place)
            }
            place += 1
        }
        return statement
    }

    /// Ids go through a table of this connection's own, since SQLite bounds the number of parameters.
    private func fillWanted(_ ids: Set<DeadLetterID>, in database: Connection) throws(DatabaseError) {
        try database.execute("CREATE TEMP TABLE IF NOT EXISTS wanted(id TEXT PRIMARY KEY) WITHOUT ROWID")
        try database.execute("DELETE FROM temp.wanted")
        let insert = try database.statement("INSERT INTO temp.wanted(id) VALUES (?1)")
        for id in ids {
            try insert.bind(id.rawValue, at: 1)
            try insert.run()
        }
    }
}
