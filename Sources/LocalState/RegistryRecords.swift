import GRDB

/// Projects, feature sets and registered stores: the tables, without rules.
public struct RegistryRecords: Sendable {
    let database: StateDatabase

    /// Reads a consistent picture.
    ///
    /// - Throws: whatever `body` throws, or a ``LocalStateError``.
    public func read<Answer: Sendable>(
        _ body: @escaping @Sendable (RegistrySnapshot) throws -> Answer
    ) async throws -> Answer {
        do {
            return try await database.pool.read { try body(RegistrySnapshot(db: $0)) }
        } catch {
            throw translated(error)
        }
    }

    /// Reads and changes in one `IMMEDIATE` transaction: all or nothing. When `body` throws, nothing is changed.
    ///
    /// - Throws: whatever `body` throws, or a ``LocalStateError``.
    public func write<Answer: Sendable>(
        _ body: @escaping @Sendable (RegistryTransaction) throws -> Answer
    ) async throws -> Answer {
        do {
            let answer = try await database.pool.write { try body(RegistryTransaction(db: $0)) }
            database.announcer.announce()
            return answer
        } catch {
            throw translated(error)
        }
    }

    private func translated(_ error: any Error) -> any Error {
        switch error {
        case is DatabaseError, is DecodingError, is CancellationError: LocalStateError(error, path: database.path)
        default: error
        }
    }
}
