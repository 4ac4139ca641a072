import FeatureModel
import SQLiteAccess
import StorageAPI

/// The dead letters of a store, in the store's own file.
actor SQLiteDeadLetters: DeadLetterStore {
    private let executor = QueueExecutor(label: "larder.sqlite.dead-letters")
    private let failure: SQLiteFailure
    private let path: String
    private var reading: LazyConnection
    private var writing: LazyConnection

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ configuration: SQLiteConfiguration) {
        path = configuration.path
        failure = configuration.failure
        reading = LazyConnection(path: configuration.path) { () throws(DatabaseError) in
            try SQLiteStoreFile.openForReading(configuration)
        }
        writing = LazyConnection(path: configuration.path) { () throws(DatabaseError) in
            try SQLiteStoreFile.openForWriting(configuration)
        }
    }

    func open() throws(StoreError) {
        try read("open the dead letters", absent: ()) { _ in }
    }

    func append(_ letters: [DeadLetter]) throws(StoreError) {
        guard !letters.isEmpty else { return }
        try write("set rows aside") { database throws(DatabaseError) in
            let insert = try database.statement(SQLiteDeadLetterTable.insertion)
            for letter in letters {
                try SQLiteDeadLetterTable.bind(letter, to: insert)
                try insert.run()
            }
        }
    }

    func groups(_ query: DeadLetterQuery) throws(StoreError) -> [DeadLetterGroup] {
        let filter = SQLiteDeadLetterFilter(query)
        return try read("group dead letters", absent: []) { database throws(DatabaseError) in
            let statement = try filter.statement(Self.grouping(filter), in: database)
            defer { statement.reset() }
            var groups: [DeadLetterGroup] = []
            while try statement.step() { groups.append(try SQLiteDeadLetterTable.group(statement, path: path)) }
            return groups
        }
    }

    func list(_ query: DeadLetterQuery, limit: Int, offset: Int) throws(StoreError) -> [DeadLetter] {
        let filter = SQLiteDeadLetterFilter(query)
        return try read("list dead letters", absent: []) { database throws(DatabaseError) in
            let statement = try filter.statement(Self.page(filter), in: database)
            defer { statement.reset() }
            try statement.bind(Int64(max(0, limit)), at: filter.next)
            try statement.bind(Int64(max(0, offset)), at: filter.next + 1)
            return try letters(statement)
        }
    }

    func count(_ query: DeadLetterQuery) throws(StoreError) -> Int64 {
        let filter = SQLiteDeadLetterFilter(query)
        return try read("count dead letters", absent: 0) { database throws(DatabaseError) in
            let statement = try filter.statement(
                "SELECT count(*) FROM dead_letters\(filter.clause)", in: database)
            defer { statement.reset() }
            return try statement.step() ? statement.int64(0) : 0
        }
    }

    func get(_ id: DeadLetterID) throws(StoreError) -> DeadLetter? {
        try read("read a dead letter", absent: nil) { database throws(DatabaseError) in
            let statement = try database.statement(
                "SELECT \(SQLiteDeadLetterTable.columns) FROM dead_letters WHERE id = ?1")
            defer { statement.reset() }
            try statement.bind(id.rawValue, at: 1)
            return try letters(statement).first
        }
    }

    func markReplayed(_ ids: [DeadLetterID]) throws(StoreError) {
        guard !ids.isEmpty else { return }
        try write("count replays") { database throws(DatabaseError) in
            let update = try database.statement("UPDATE dead_letters SET replays = replays + 1 WHERE id = ?1")
            for id in ids {
                try update.bind(id.rawValue, at: 1)
                try update.run()
            }
        }
    }

    func discard(_ query: DeadLetterQuery) throws(StoreError) -> Int64 {
        guard try count(query) > 0 else { return 0 }
        let filter = SQLiteDeadLetterFilter(query)
        return try write("discard dead letters") { database throws(DatabaseError) in
            let statement = try filter.statement("DELETE FROM dead_letters\(filter.clause)", in: database)
            try statement.run()
            return database.changes
        }
    }

    func close() {
        reading.close()
        writing.close()
    }

    /// The page is found in the index alone; only its own letters are read whole.
    static func page(_ filter: SQLiteDeadLetterFilter) -> String {
        let order = SQLiteDeadLetterTable.newestFirst
        return """
            SELECT \(SQLiteDeadLetterTable.columns) FROM dead_letters WHERE rowid IN (
                SELECT rowid FROM dead_letters\(filter.clause) \(order) LIMIT ?\(filter.next) OFFSET ?\(filter.next + 1))
            \(order)
            """
    }

    /// A time is two columns, so that the nanoseconds of the first and the last letter are looked up by their seconds.
    private static func grouping(_ filter: SQLiteDeadLetterFilter) -> String {
        func nanoseconds(_ function: String, at time: String) -> String {
            """
            (SELECT \(function)("at.ns") FROM dead_letters AS letter\(filter.clause.isEmpty ? " WHERE " : filter.clause + " AND ")
            letter.at = \(time) AND letter.reason = part.reason AND letter.project IS part.project
            AND letter.feature_set IS part.feature_set AND letter.store IS part.store)
            """
        }
        return """
            WITH part AS (
                SELECT reason, project, feature_set, store, count(*) AS letters, min(at) AS first, max(at) AS last
                FROM dead_letters\(filter.clause) GROUP BY reason, project, feature_set, store)
            SELECT reason, project, feature_set, store, letters, first, \(nanoseconds("min", at: "first")),
                last, \(nanoseconds("max", at: "last"))
            FROM part ORDER BY letters DESC, reason, project, feature_set, store
            """
    }

    private func letters(_ statement: Statement) throws(DatabaseError) -> [DeadLetter] {
        var letters: [DeadLetter] = []
        while try statement.step() { letters.append(try SQLiteDeadLetterTable.letter(statement, path: path)) }
        return letters
    }

    /// Runs a body in a reading transaction; answers `absent` where the store has no file yet.
    private func read<Value>(
        _ operation: String, absent: Value, _ body: (Connection) throws(DatabaseError) -> Value
    ) throws(StoreError) -> Value {
        try failure.classifying(operation) { () throws(DatabaseError) in
            guard let database = try reading.get() else { return absent }
            return try body(database)
        }
    }

    private func write<Value>(
        _ operation: String, _ body: (Connection) throws(DatabaseError) -> Value
    ) throws(StoreError) -> Value {
        guard !Task.isCancelled else { throw failure.cancelled(while: operation) }
        return try failure.classifying(operation) { () throws(DatabaseError) in
            guard let database = try writing.get() else {
                throw DatabaseError(.closed, message: "closed", path: path)
            }
            return try database.transaction(.writing) { () throws(DatabaseError) in try body(database) }
        }
    }
}
