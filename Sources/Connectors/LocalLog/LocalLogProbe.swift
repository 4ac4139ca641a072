import FeatureModel
import SQLiteAccess
import StorageAPI

/// Asks a log how it is, without making one and without writing to it.
actor LocalLogProbe {
    private let executor = QueueExecutor(label: "larder.local-log.probe")
    private let path: String

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ configuration: LocalLogConfiguration) {
        path = configuration.path
    }

    func run() throws(StoreError) -> StoreProbe {
        do throws(DatabaseError) {
            return try DatabaseFile(path: path).exists ? existing() : missing()
        } catch {
            throw LocalLogFailure.storeError(error, while: "look at the log")
        }
    }

    private func missing() throws(DatabaseError) -> StoreProbe {
        guard DatabaseFile(path: path).canBeCreated else {
            throw DatabaseError(.missing, message: "the folder is missing or may not be written", path: path)
        }
        return StoreProbe(
            version: Connection.libraryVersion, holdings: 0, holdingsUnit: "records", endpoint: path,
            facts: [StoreProbe.Fact("file", "not made yet; the first use makes it")])
    }

    private func existing() throws(DatabaseError) -> StoreProbe {
        let options = ConnectionOptions(busyTimeoutMilliseconds: 500)
        let database = try Connection(path: path, access: .existing, options: options)
        defer { database.close() }
        let isKnown = try database.recognize(LocalLogFile.identity) == .known
        let end = isKnown ? try LocalLogFile.lastOffset(database).map { $0 + 1 } ?? 0 : 0
        let ingestions = isKnown ? try database.integer("SELECT count(*) FROM ingestions") ?? 0 : 0
        let file = DatabaseFile(path: path)
        var facts = [
            StoreProbe.Fact("size", "\(file.size ?? 0) bytes"),
            StoreProbe.Fact("write-ahead log", "\(file.writeAheadLogSize) bytes"),
            StoreProbe.Fact("ingestions", "\(ingestions)"),
        ]
        if isKnown { facts += try consumers(end: end, in: database) }
        return StoreProbe(
            version: Connection.libraryVersion, holdings: end, holdingsUnit: "records", endpoint: path, facts: facts)
    }

    private func consumers(end: Int64, in database: Connection) throws(DatabaseError) -> [StoreProbe.Fact] {
        let query = try database.statement(
            "SELECT consumer_group, offset FROM positions ORDER BY consumer_group LIMIT 20")
        defer { query.reset() }
        var facts: [StoreProbe.Fact] = []
        while try query.step() {
            facts.append(StoreProbe.Fact("consumer \(query.text(0))", "\(max(0, end - 1 - query.int64(1))) behind"))
        }
        return facts
    }
}
