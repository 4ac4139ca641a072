import GRDB

/// Notices commits of any connection, in this process or another. SQLite's `data_version` only means something when it
/// is read on one connection again and again, so the probe has its own.
final class DataVersionProbe: Sendable {
    private let queue: DatabaseQueue

    /// Blocks; call it beside the cooperative pool.
    init(path: String) throws {
        var configuration = StateDatabase.configuration(patience: .seconds(1))
        configuration.label = "larder.state.watch"
        configuration.readonly = true
        configuration.prepareDatabase { _ in }
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// A number that another commit changes.
    func version() async throws -> Int64 {
        // Outside of a transaction: within one the number stands still.
        try await queue.writeWithoutTransaction { db in try Int64.fetchOne(db, sql: "PRAGMA data_version") ?? 0 }
    }

    func close() async {
        let queue = queue
        await BlockingWork.run { try? queue.close() }
    }
}
