import FeatureModel
import StorageAPI
import StorageContract

/// A store of dead letters that lies where a closure is given.
struct LyingLetters: DeadLetterStore {
    let real: any DeadLetterStore
    var onAppend: (@Sendable (any DeadLetterStore, [DeadLetter]) async throws -> Void)?
    var onGroups: (@Sendable (any DeadLetterStore, DeadLetterQuery) async throws -> [DeadLetterGroup])?
    var onList: (@Sendable (any DeadLetterStore, DeadLetterQuery, Int, Int) async throws -> [DeadLetter])?
    var onGet: (@Sendable (any DeadLetterStore, DeadLetterID) async throws -> DeadLetter?)?
    var onReplayed: (@Sendable (any DeadLetterStore, [DeadLetterID]) async throws -> Void)?
    var onDiscard: (@Sendable (any DeadLetterStore, DeadLetterQuery) async throws -> Int64)?

    func append(_ letters: [DeadLetter]) async throws(StoreError) {
        if let onAppend {
            try await typed { try await onAppend(real, letters) }
        } else {
            try await real.append(letters)
        }
    }

    func groups(_ query: DeadLetterQuery) async throws(StoreError) -> [DeadLetterGroup] {
        if let onGroups { try await typed { try await onGroups(real, query) } } else { try await real.groups(query) }
    }

    func list(_ query: DeadLetterQuery, limit: Int, offset: Int) async throws(StoreError) -> [DeadLetter] {
        if let onList { return try await typed { try await onList(real, query, limit, offset) } }
        return try await real.list(query, limit: limit, offset: offset)
    }

    func count(_ query: DeadLetterQuery) async throws(StoreError) -> Int64 { try await real.count(query) }

    func get(_ id: DeadLetterID) async throws(StoreError) -> DeadLetter? {
        if let onGet { try await typed { try await onGet(real, id) } } else { try await real.get(id) }
    }

    func markReplayed(_ ids: [DeadLetterID]) async throws(StoreError) {
        if let onReplayed {
            try await typed { try await onReplayed(real, ids) }
        } else {
            try await real.markReplayed(ids)
        }
    }

    func discard(_ query: DeadLetterQuery) async throws(StoreError) -> Int64 {
        if let onDiscard { try await typed { try await onDiscard(real, query) } } else { try await real.discard(query) }
    }

    func close() async { await real.close() }
}
