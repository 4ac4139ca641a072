import FeatureModel
import SQLiteAccess
import StorageAPI

/// The reading end of the log, for one consumer group.
///
/// SQLite does not announce what other processes write, so waiting means looking at `PRAGMA data_version`, which costs
/// a microsecond and reads no page of the table, at pauses that grow to ``longestPause``.
actor LocalLogRowSource: RowSource {
    private static let shortestPause = Duration.milliseconds(2)
    private static let longestPause = Duration.milliseconds(50)

    private let executor = QueueExecutor(label: "larder.local-log.source")
    private let consumerGroup: String
    private let clock: any Clock<Duration>
    private var connection: LazyConnection
    private var nextOffset: Int64?
    private var versionAtEnd: Int64?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ configuration: LocalLogConfiguration, consumerGroup: String, clock: any Clock<Duration>) {
        self.consumerGroup = consumerGroup
        self.clock = clock
        connection = LazyConnection(path: configuration.path) { () throws(DatabaseError) in
            try LocalLogFile.open(path: configuration.path, options: ConnectionOptions())
        }
    }

    func open() throws(StoreError) {
        _ = try run("open the log") { database throws(DatabaseError) in try start(in: database) }
    }

    func read(
        maxRecords: Int, maxBytes: Int, waitingUpTo duration: Duration
    ) async throws(StoreError) -> [SourceRecord] {
        let operation = "read records"
        var remaining = duration
        var pause = Self.shortestPause
        while true {
            guard !Task.isCancelled else { throw LocalLogFailure.cancelled(while: operation) }
            let records = try run(operation) { database throws(DatabaseError) in
                try fetch(from: database, maxRecords: max(1, maxRecords), maxBytes: maxBytes)
            }
            guard records.isEmpty, remaining > .zero else { return records }
            let step = min(pause, remaining)
            do {
                try await clock.sleep(for: step)
            } catch {
                throw LocalLogFailure.cancelled(while: operation)
            }
            remaining -= step
            pause = min(pause * 1.5, Self.longestPause)
        }
    }

    func commit(_ positions: [SourcePosition]) throws(StoreError) {
        let operation = "commit a position"
        guard positions.allSatisfy({ $0.partition == LocalLogFile.partition }) else {
            throw LocalLogFailure.rejected("a local log has partition 0 only", while: operation)
        }
        guard let offset = positions.map(\.offset).max() else { return }
        try run(operation) { database throws(DatabaseError) in
            let upsert = try database.statement(
                """
                INSERT INTO positions(consumer_group, offset) VALUES (?1, ?2)
                ON CONFLICT(consumer_group) DO UPDATE SET offset = excluded.offset WHERE excluded.offset > offset
                """)
            try upsert.bind(consumerGroup, at: 1)
            try upsert.bind(offset, at: 2)
            try upsert.run()
        }
    }

    func lag() throws(StoreError) -> SourceLag? {
        try run("measure the lag") { database throws(DatabaseError) in
            try database.transaction(.reading) { () throws(DatabaseError) in
                let committed = try committedOffset(in: database) ?? -1
                let last = try LocalLogFile.lastOffset(database) ?? -1
                let oldest = try records(from: committed + 1, in: database, maxRecords: 1, maxBytes: 0).first
                return SourceLag(records: max(0, last - committed), oldest: oldest?.createdTimestamp)
            }
        }
    }

    func close() {
        connection.close()
    }

    /// The next records, or none without looking where nobody has written since the end was reached.
    private func fetch(
        from database: Connection, maxRecords: Int, maxBytes: Int
    ) throws(DatabaseError) -> [SourceRecord] {
        let version = try database.integer("PRAGMA data_version")
        if let versionAtEnd, versionAtEnd == version { return [] }
        let found = try records(
            from: try start(in: database), in: database, maxRecords: maxRecords, maxBytes: maxBytes)
        versionAtEnd = found.isEmpty ? version : nil
        if let last = found.last { nextOffset = last.position.offset + 1 }
        return found
    }

    /// Where this session goes on: behind what it read last, at first behind the committed position.
    private func start(in database: Connection) throws(DatabaseError) -> Int64 {
        if let nextOffset { return nextOffset }
        let offset = try committedOffset(in: database).map { $0 + 1 } ?? 0
        nextOffset = offset
        return offset
    }

    private func committedOffset(in database: Connection) throws(DatabaseError) -> Int64? {
        let query = try database.statement("SELECT offset FROM positions WHERE consumer_group = ?1")
        defer { query.reset() }
        try query.bind(consumerGroup, at: 1)
        return try query.step() ? query.int64(0) : nil
    }

    private func records(
        from offset: Int64, in database: Connection, maxRecords: Int, maxBytes: Int
    ) throws(DatabaseError) -> [SourceRecord] {
        let query = try database.statement(
            """
            SELECT offset, created_timestamp, "created_timestamp.ns", payload FROM records
            WHERE offset >= ?1 ORDER BY offset LIMIT ?2
            """)
        defer { query.reset() }
        try query.bind(offset, at: 1)
        try query.bind(Int64(maxRecords), at: 2)
        var records: [SourceRecord] = []
        var bytes = 0
        while try query.step() {
            let record = SourceRecord(
                position: SourcePosition(partition: LocalLogFile.partition, offset: query.int64(0)),
                createdTimestamp: Timestamp(
                    seconds: query.int64(1), nanoseconds: Int32(truncatingIfNeeded: query.int64(2))),
                payload: query.blob(3))
            records.append(record)
            bytes += record.payload.count
            if bytes >= maxBytes { break }
        }
        return records
    }

    /// Gives a body the connection, and classifies what it throws.
    private func run<Value>(
        _ operation: String, _ body: (Connection) throws(DatabaseError) -> Value
    ) throws(StoreError) -> Value {
        let database = try LocalLogFailure.connected(&connection, while: operation)
        do throws(DatabaseError) {
            return try body(database)
        } catch {
            throw LocalLogFailure.storeError(error, while: operation)
        }
    }
}
