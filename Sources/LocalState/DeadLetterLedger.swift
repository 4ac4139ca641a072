public import FeatureModel
import GRDB

/// Dead letters of stores that keep none themselves, and of rows that `larder ingest` refused.
public struct DeadLetterLedger: Sendable {
    let database: StateDatabase
    private static let batch = 2000

    /// Keeps letters durably. One whose id is there already is left as it is, so that a redelivery sets nothing aside
    /// twice; after a failure the same letters can be given again.
    public func append(_ letters: [DeadLetter]) async throws(LocalStateError) {
        var start = 0
        while start < letters.count {
            let end = min(start + Self.batch, letters.count)
            let slice = Array(letters[start..<end])
            try await database.write { db in
                for letter in slice { try DeadLetterRow.insert(letter, in: db) }
            }
            start = end
        }
    }

    /// The letters grouped by reason, feature set and store; most numerous first.
    public func groups(_ query: DeadLetterQuery = DeadLetterQuery()) async throws(LocalStateError) -> [DeadLetterGroup]
    {
        try await database.read { db in
            let criteria = try DeadLetterCriteria(query)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT reason, project, feature_set, store, count(*) AS count, min(at) AS first, max(at) AS last
                    FROM dead_letters\(criteria.clause) GROUP BY reason, project, feature_set, store
                    ORDER BY count DESC, reason, project, feature_set, store
                    """,
                arguments: criteria.arguments
            ).map(DeadLetterRow.group)
        }
    }

    /// Letters, newest first.
    ///
    /// - Parameters:
    ///   - query: which ones.
    ///   - limit: the most to return.
    ///   - offset: how many of the newest to pass over.
    public func list(
        _ query: DeadLetterQuery = DeadLetterQuery(), limit: Int, offset: Int = 0
    ) async throws(LocalStateError) -> [DeadLetter] {
        try await database.read { db in
            var criteria = try DeadLetterCriteria(query)
            let clause = criteria.clause
            criteria.append([max(0, limit), max(0, offset)])
            // The inner query walks an index alone, so that passing over many letters does not read them.
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM dead_letters WHERE sequence IN (SELECT sequence FROM dead_letters\(clause)
                        ORDER BY at DESC, id DESC LIMIT ? OFFSET ?)
                    ORDER BY at DESC, id DESC
                    """,
                arguments: criteria.arguments
            ).map(DeadLetterRow.letter)
        }
    }

    /// Letters older than a place in the list, newest first; however long the list is, this costs what it returns.
    public func list(
        _ query: DeadLetterQuery = DeadLetterQuery(), limit: Int, behind cursor: DeadLetterCursor
    ) async throws(LocalStateError) -> [DeadLetter] {
        try await database.read { db in
            var criteria = try DeadLetterCriteria(query)
            criteria.add("(at, id) < (?, ?)", [StoredText.time(cursor.at), cursor.id.rawValue])
            let clause = criteria.clause
            criteria.append([max(0, limit)])
            return try Row.fetchAll(
                db, sql: "SELECT * FROM dead_letters\(clause) ORDER BY at DESC, id DESC LIMIT ?",
                arguments: criteria.arguments
            ).map(DeadLetterRow.letter)
        }
    }

    /// How many letters a query means.
    public func count(_ query: DeadLetterQuery = DeadLetterQuery()) async throws(LocalStateError) -> Int64 {
        try await database.read { db in
            let criteria = try DeadLetterCriteria(query)
            return try Int64.fetchOne(
                db, sql: "SELECT count(*) FROM dead_letters\(criteria.clause)", arguments: criteria.arguments) ?? 0
        }
    }

    /// One letter; nil when there is none with this id.
    public func get(_ id: DeadLetterID) async throws(LocalStateError) -> DeadLetter? {
        try await database.read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM dead_letters WHERE id = ?", arguments: [id.rawValue])
                .map(DeadLetterRow.letter)
        }
    }

    /// Counts one more replay for each of these letters; ids that are not there are passed over.
    public func markReplayed(_ ids: [DeadLetterID]) async throws(LocalStateError) {
        try await database.write { db in
            try db.execute(
                sql: "UPDATE dead_letters SET replays = replays + 1 WHERE id IN (SELECT value FROM json_each(?))",
                arguments: [try StoredText.json(ids.map(\.rawValue))])
        }
    }

    /// Forgets letters for good, and says how many there were. Letters that come meanwhile stay.
    public func discard(_ query: DeadLetterQuery) async throws(LocalStateError) -> Int64 {
        let newest = try await database.read { db in
            try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM dead_letters") ?? 0
        }
        var total: Int64 = 0
        while true {
            let removed = try await database.write { db in
                var criteria = try DeadLetterCriteria(query)
                criteria.add("sequence <= ?", [newest])
                try db.execute(
                    sql: """
                        DELETE FROM dead_letters WHERE sequence IN
                            (SELECT sequence FROM dead_letters\(criteria.clause) LIMIT \(Self.batch))
                        """,
                    arguments: criteria.arguments)
                return db.changesCount
            }
            total += Int64(removed)
            if removed < Self.batch { return total }
        }
    }
}
