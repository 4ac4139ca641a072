import FeatureModel
import SQLiteAccess
import StorageAPI

/// Answers the newest row of keys: one seek each, all of a request in one state of the database.
actor SQLiteOnlineRetriever: OnlineRetriever {
    private let executor = QueueExecutor(label: "larder.sqlite.online")
    private let failure: SQLiteFailure
    private var connection: LazyConnection

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ configuration: SQLiteConfiguration) {
        failure = configuration.failure
        connection = LazyConnection(path: configuration.path) { () throws(DatabaseError) in
            try SQLiteStoreFile.openForReading(configuration)
        }
    }

    func open() throws(StoreError) {
        _ = try failure.classifying("open the store") { () throws(DatabaseError) in try connection.get() }
    }

    func read(_ request: OnlineRequest) throws(StoreError) -> [OnlineRow?] {
        let operation = "read \(request.featureSet.reference)"
        guard !Task.isCancelled else { throw failure.cancelled(while: operation) }
        return try failure.classifying(operation) { () throws(DatabaseError) in
            guard let database = try connection.get() else { return request.keys.map { _ in nil } }
            return try database.transaction(.reading) { () throws(DatabaseError) in
                try rows(for: request, in: database)
            }
        }
    }

    func close() {
        connection.close()
    }

    /// Rows of a set that was never written are absent, and so are rows that no longer fit the set.
    private func rows(for request: OnlineRequest, in database: Connection) throws(DatabaseError) -> [OnlineRow?] {
        let finding = try SQLiteRowReader.find(
            .newest, in: request.featureSet, features: request.features, database: database)
        guard case .ready(let reader) = finding else { return request.keys.map { _ in nil } }
        var rows: [OnlineRow?] = []
        rows.reserveCapacity(request.keys.count)
        for key in request.keys {
            let row = try reader.row(of: key)
            rows.append(
                row.map {
                    OnlineRow(
                        eventTimestamp: $0.eventTimestamp, createdTimestamp: $0.createdTimestamp, values: $0.values)
                })
        }
        return rows
    }
}
