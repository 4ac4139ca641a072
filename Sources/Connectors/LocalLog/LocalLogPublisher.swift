import FeatureModel
import SQLiteAccess
import StorageAPI

/// The writing end of the log. One transaction per call: the records and what is remembered of their ingestion are on
/// the disk together, or not at all.
actor LocalLogPublisher: RowPublisher {
    private let executor = QueueExecutor(label: "larder.local-log.publisher")
    private let wallClock: LocalLogConnector.WallClock
    private var connection: LazyConnection

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ configuration: LocalLogConfiguration, wallClock: @escaping LocalLogConnector.WallClock) {
        self.wallClock = wallClock
        connection = LazyConnection(path: configuration.path) { () throws(DatabaseError) in
            let connection = try LocalLogFile.open(path: configuration.path, options: .writer)
            try connection.execute(LocalLogGaps.table)
            return connection
        }
    }

    func open() throws(StoreError) {
        _ = try database(while: "open the log")
    }

    func publish(_ records: [PublishedRecord], ingestion: IngestionID) throws(StoreError) -> PublishResult {
        let operation = "append records"
        guard !Task.isCancelled else { throw LocalLogFailure.cancelled(while: operation) }
        guard zip(records, records.dropFirst()).allSatisfy({ $0.rowNumber < $1.rowNumber }) else {
            throw LocalLogFailure.rejected("row numbers must ascend within a call", while: operation)
        }
        let database = try database(while: operation)
        do throws(DatabaseError) {
            return try database.transaction(.writing) { () throws(DatabaseError) in
                try append(records, ingestion: ingestion, to: database)
            }
        } catch {
            throw LocalLogFailure.storeError(error, while: operation)
        }
    }

    func close() {
        connection.close()
    }

    private func append(
        _ records: [PublishedRecord], ingestion: IngestionID, to database: Connection
    ) throws(DatabaseError) -> PublishResult {
        let known = try progress(of: ingestion, in: database)
        let gaps = LocalLogGaps(ingestion: ingestion, database: database)
        let last = known?.rowNumber ?? min(0, (records.first?.rowNumber ?? 1) - 1)
        let fresh = try gaps.untaken(records, behind: last)
        let taken = records.count - fresh.count
        guard let newest = fresh.last else {
            return PublishResult(appended: 0, alreadyThere: taken, end: known.map { [position($0.offset)] } ?? [])
        }
        let end = try insert(fresh, into: database)
        if !ingestion.rawValue.isEmpty {
            try gaps.fill(fresh, behind: last)
            try remember(ingestion, rowNumber: max(last, newest.rowNumber), offset: end, in: database)
        }
        return PublishResult(appended: fresh.count, alreadyThere: taken, end: [position(end)])
    }

    /// Inserts records behind the last one.
    ///
    /// - Returns: the offset of the last.
    private func insert(
        _ records: [PublishedRecord], into database: Connection
    ) throws(DatabaseError) -> Int64 {
        let last = try LocalLogFile.lastOffset(database)
        let created = max(wallClock(), try createdTime(at: last, in: database))
        let insert = try database.statement(
            #"INSERT INTO records(offset, created_timestamp, "created_timestamp.ns", payload) VALUES (?1, ?2, ?3, ?4)"#)
        try insert.bind(created.seconds, at: 2)
        try insert.bind(Int64(created.nanoseconds), at: 3)
        var offset = last ?? -1
        for record in records {
            offset += 1
            try insert.bind(offset, at: 1)
            try insert.run(binding: record.payload, at: 4)
        }
        return offset
    }

    /// The created time of a record; the earliest time of all where there is none.
    private func createdTime(at offset: Int64?, in database: Connection) throws(DatabaseError) -> Timestamp {
        guard let offset else { return .earliest }
        let query = try database.statement(
            #"SELECT created_timestamp, "created_timestamp.ns" FROM records WHERE offset = ?1"#)
        defer { query.reset() }
        try query.bind(offset, at: 1)
        guard try query.step() else { return .earliest }
        return Timestamp(seconds: query.int64(0), nanoseconds: Int32(truncatingIfNeeded: query.int64(1)))
    }

    /// How far an ingestion has come: its last row, and where that stands; nil where nothing is remembered of it.
    private func progress(
        of ingestion: IngestionID, in database: Connection
    ) throws(DatabaseError) -> (rowNumber: Int64, offset: Int64)? {
        let query = try database.statement("SELECT row_number, offset FROM ingestions WHERE ingestion_id = ?1")
        defer { query.reset() }
        try query.bind(ingestion.rawValue, at: 1)
        guard try query.step() else { return nil }
        return (query.int64(0), query.int64(1))
    }

    /// The last row stands for all before it but those in the gaps.
    private func remember(
        _ ingestion: IngestionID, rowNumber: Int64, offset: Int64, in database: Connection
    ) throws(DatabaseError) {
        let upsert = try database.statement(
            "INSERT OR REPLACE INTO ingestions(ingestion_id, row_number, offset) VALUES (?1, ?2, ?3)")
        try upsert.bind(ingestion.rawValue, at: 1)
        try upsert.bind(rowNumber, at: 2)
        try upsert.bind(offset, at: 3)
        try upsert.run()
    }

    private func position(_ offset: Int64) -> SourcePosition {
        SourcePosition(partition: LocalLogFile.partition, offset: offset)
    }

    private func database(while operation: String) throws(StoreError) -> Connection {
        try LocalLogFailure.connected(&connection, while: operation)
    }
}
