import FeatureModel
import SQLiteAccess
import StorageAPI

/// Takes rows: one transaction per batch, in the table's order, durable when it returns.
actor SQLiteFeatureSink: FeatureSink {
    /// The cost is by the page: the more rows of one entity a batch has, the fewer pages each of them costs.
    nonisolated let batchSize = BatchSize(rows: 50_000, bytes: 8 << 20)

    private let executor = QueueExecutor(label: "larder.sqlite.sink")
    private let failure: SQLiteFailure
    private var connection: LazyConnection
    private var writers: [FeatureSetReference: SQLiteRowWriter] = [:]

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ configuration: SQLiteConfiguration) {
        failure = configuration.failure
        connection = LazyConnection(path: configuration.path) { () throws(DatabaseError) in
            try SQLiteStoreFile.openForWriting(configuration)
        }
    }

    func open() throws(StoreError) {
        _ = try database(while: "open the store")
    }

    func prepareWrite(_ featureSet: FeatureSet) throws(StoreError) {
        _ = try prepare(featureSet, while: "prepare \(featureSet.reference)")
    }

    func write(_ batch: RowBatch) throws(StoreError) -> WriteResult {
        let operation = "write rows of \(batch.featureSet.reference)"
        guard !Task.isCancelled else { throw failure.cancelled(while: operation) }
        guard !batch.rows.isEmpty else { return WriteResult(accepted: 0) }
        let writer = try writer(for: batch.featureSet, while: operation)
        let database = try database(while: operation)
        let places = SQLiteRowOrder.places(of: batch.rows)
        let failed = try failure.classifying(operation) { () throws(DatabaseError) in
            try database.transaction(.writing) { () throws(DatabaseError) in
                var failed: [FailedElement] = []
                for place in places {
                    if let fault = try writer.write(batch.rows[place], jobID: batch.jobID, index: place) {
                        failed.append(fault)
                    }
                }
                return failed
            }
        }
        return WriteResult(
            accepted: batch.rows.count - failed.count, failed: failed.sorted { $0.index < $1.index })
    }

    func close() {
        writers = [:]
        connection.close()
    }

    /// The writer of a definition. One that was not prepared, or has changed since, is prepared now.
    private func writer(for featureSet: FeatureSet, while operation: String) throws(StoreError) -> SQLiteRowWriter {
        if let writer = writers[featureSet.reference], writer.featureSet == featureSet { return writer }
        return try prepare(featureSet, while: operation)
    }

    private func prepare(_ featureSet: FeatureSet, while operation: String) throws(StoreError) -> SQLiteRowWriter {
        let database = try database(while: operation)
        let table = SQLiteTable(featureSet)
        let refusal = try failure.classifying(operation) { () throws(DatabaseError) in
            try SQLiteMigration.prepare(table, in: database)
        }
        if let refusal { throw failure.rejected(refusal, while: operation) }
        let writer = try failure.classifying(operation) { () throws(DatabaseError) in
            try SQLiteRowWriter(featureSet, table: table, database: database)
        }
        writers[featureSet.reference] = writer
        return writer
    }

    private func database(while operation: String) throws(StoreError) -> Connection {
        let open = try failure.classifying(operation) { () throws(DatabaseError) in try connection.get() }
        guard let open else { throw failure.rejected("there is no store yet", while: operation) }
        return open
    }
}
