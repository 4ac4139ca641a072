import SQLiteAccess
import StorageAPI

/// Turns what SQLite refused into what the storage interface promises.
enum LocalLogFailure {
    /// The connector's type name.
    static let connector = "LOCAL"

    /// Classifies an error.
    ///
    /// - Parameters:
    ///   - error: from SQLite or from the file.
    ///   - operation: what was being done, as a verb phrase.
    static func storeError(_ error: DatabaseError, while operation: String) -> StoreError {
        let (code, recovery) = classify(error.condition)
        var context = ["path": error.path]
        if error.code != 0 { context["sqlite"] = String(error.code) }
        return StoreError(
            code, recovery: recovery, operation: operation, connector: connector, message: error.advice,
            context: context)
    }

    /// A request that makes no sense to a log.
    static func rejected(_ message: String, while operation: String) -> StoreError {
        StoreError(.rejected, recovery: .permanent, operation: operation, connector: connector, message: message)
    }

    /// The caller's task was cancelled.
    static func cancelled(while operation: String) -> StoreError {
        StoreError(
            .cancelled, recovery: .permanent, operation: operation, connector: connector,
            message: "it was asked to stop")
    }

    private static func classify(_ condition: DatabaseError.Condition) -> (StoreError.Code, StoreError.Recovery) {
        switch condition {
        case .busy, .unreadable: (.unavailable, .transient)
        case .full, .outOfMemory: (.throttled, .transient)
        case .damaged: (.corrupted, .permanent)
        case .denied: (.denied, .permanent)
        case .missing, .foreign: (.misconfigured, .permanent)
        case .newer: (.unsupported, .permanent)
        case .tooBig, .constraint, .closed: (.rejected, .permanent)
        case .interrupted: (.cancelled, .permanent)
        case .other: (.unexpected, .permanent)
        }
    }
}

extension LocalLogFailure {
    /// The connection of a plug, its errors classified.
    static func connected(
        _ connection: inout LazyConnection, while operation: String
    ) throws(StoreError) -> Connection {
        do throws(DatabaseError) {
            if let open = try connection.get() { return open }
        } catch {
            throw storeError(error, while: operation)
        }
        throw rejected("there is no log yet", while: operation)
    }
}
