import FeatureModel
import SQLiteAccess
import StorageAPI

/// Asks a store how it is, without making a file and without changing one.
actor SQLiteProbe {
    private let executor = QueueExecutor(label: "larder.sqlite.probe")
    private let configuration: SQLiteConfiguration

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ configuration: SQLiteConfiguration) {
        self.configuration = configuration
    }

    func run() throws(StoreError) -> StoreProbe {
        let file = DatabaseFile(path: configuration.path)
        return try configuration.failure.classifying("look at the store") { () throws(DatabaseError) in
            file.exists ? try existing(file) : try missing(file)
        }
    }

    private func missing(_ file: DatabaseFile) throws(DatabaseError) -> StoreProbe {
        guard file.canBeCreated else {
            throw DatabaseError(.missing, message: "the folder is missing or may not be written", path: file.path)
        }
        return StoreProbe(
            version: Connection.libraryVersion, holdings: 0, holdingsUnit: "tables", endpoint: file.path,
            facts: [StoreProbe.Fact("file", "not made yet; the first use makes it")])
    }

    private func existing(_ file: DatabaseFile) throws(DatabaseError) -> StoreProbe {
        let options = ConnectionOptions(busyTimeoutMilliseconds: 500)
        let database = try Connection(path: file.path, access: .existing, options: options)
        defer { database.close() }
        _ = try database.recognize(SQLiteStoreFile.identity)
        let tables = try database.integer(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name GLOB '\(SQLiteName.prefix)*'")
        return StoreProbe(
            version: Connection.libraryVersion, holdings: tables ?? 0, holdingsUnit: "tables", endpoint: file.path,
            facts: [
                StoreProbe.Fact("size", "\(file.size ?? 0) bytes"),
                StoreProbe.Fact("write-ahead log", "\(file.writeAheadLogSize) bytes"),
                StoreProbe.Fact("writing", try writing(to: database)),
            ])
    }

    /// Takes the write lock and lets it go; nothing is written.
    private func writing(to database: Connection) throws(DatabaseError) -> String {
        do throws(DatabaseError) {
            try database.transaction(.writing) { () throws(DatabaseError) in }
            return "possible"
        } catch  where error.condition == .busy {
            return "in use: another process writes"
        } catch  where error.condition == .denied {
            return "refused: the file or its folder is read-only"
        }
    }
}
