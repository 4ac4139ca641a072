import FeatureModel
import SQLiteAccess
import StorageAPI

/// Turns what SQLite refused into what the storage interface promises.
struct SQLiteFailure: Sendable {
    /// The store's name, where it has one.
    let store: StoreName?

    /// Classifies an error.
    ///
    /// - Parameters:
    ///   - error: from SQLite or from the file.
    ///   - operation: what was being done, as a verb phrase.
    func storeError(_ error: DatabaseError, while operation: String) -> StoreError {
        let (code, recovery) = Self.classify(error.condition)
        var context = ["path": error.path]
        if error.code != 0 { context["sqlite"] = String(error.code) }
        return StoreError(
            code, recovery: recovery, operation: operation, connector: "SQLITE", store: store, message: error.advice,
            context: context)
    }

    /// A request that this store can never serve.
    func rejected(_ message: String, while operation: String) -> StoreError {
        StoreError(
            .rejected, recovery: .permanent, operation: operation, connector: "SQLITE", store: store, message: message)
    }

    /// The caller's task was cancelled.
    func cancelled(while operation: String) -> StoreError {
        StoreError(
            .cancelled, recovery: .permanent, operation: operation, connector: "SQLITE", store: store,
            message: "it was asked to stop")
    }

    /// Runs a body and classifies what it throws.
    func classifying<Value>(
        _ operation: String, _ body: () throws(DatabaseError) -> Value
    ) throws(StoreError) -> Value {
        do throws(DatabaseError) {
            return try body()
        } catch {
            throw storeError(error, while: operation)
        }
    }

    /// What a condition means to a store, and whether trying again can help.
    static func classify(_ condition: DatabaseError.Condition) -> (StoreError.Code, StoreError.Recovery) {
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
