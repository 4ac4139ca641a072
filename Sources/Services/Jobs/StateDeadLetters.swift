import FeatureModel
import LocalState
import StorageAPI

/// The dead letters of the job-state database, as a store's would be.
struct StateDeadLetters: DeadLetterStore {
    let ledger: DeadLetterLedger

    func append(_ letters: [DeadLetter]) async throws(StoreError) {
        try await translated("keep dead letters") { () async throws(LocalStateError) in try await ledger.append(letters)
        }
    }

    func groups(_ query: DeadLetterQuery) async throws(StoreError) -> [DeadLetterGroup] {
        try await translated("read dead letters") { () async throws(LocalStateError) in try await ledger.groups(query) }
    }

    func list(_ query: DeadLetterQuery, limit: Int, offset: Int) async throws(StoreError) -> [DeadLetter] {
        try await translated("read dead letters") { () async throws(LocalStateError) in
            try await ledger.list(query, limit: limit, offset: offset)
        }
    }

    func count(_ query: DeadLetterQuery) async throws(StoreError) -> Int64 {
        try await translated("count dead letters") { () async throws(LocalStateError) in try await ledger.count(query) }
    }

    func get(_ id: DeadLetterID) async throws(StoreError) -> DeadLetter? {
        try await translated("read a dead letter") { () async throws(LocalStateError) in try await ledger.get(id) }
    }

    func markReplayed(_ ids: [DeadLetterID]) async throws(StoreError) {
        try await translated("count replays") { () async throws(LocalStateError) in try await ledger.markReplayed(ids) }
    }

    func discard(_ query: DeadLetterQuery) async throws(StoreError) -> Int64 {
        try await translated("discard dead letters") { () async throws(LocalStateError) in
            try await ledger.discard(query)
        }
    }

    /// The database belongs to the workspace, which closes it.
    func close() async {}

    private func translated<Answer>(
        _ operation: String, _ work: () async throws(LocalStateError) -> Answer
    ) async throws(StoreError) -> Answer {
        do throws(LocalStateError) {
            return try await work()
        } catch {
            throw StoreError(error, operation: operation)
        }
    }
}
