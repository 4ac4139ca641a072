public import FeatureModel
public import StorageAPI

/// A store of dead letters within layers.
public struct LayeredDeadLetterStore: DeadLetterStore {
    private let inner: any DeadLetterStore
    private let owner: PlugOwner
    private let layer: any CallLayer

    /// Wraps a store.
    public init(_ inner: any DeadLetterStore, of owner: PlugOwner, in layer: any CallLayer) {
        self.inner = inner
        self.owner = owner
        self.layer = layer
    }

    /// Appends, within the layers.
    public func append(_ letters: [DeadLetter]) async throws(StoreError) {
        try await layer.perform(owner.call(.appendLetters, items: letters.count)) { () async throws(StoreError) in
            try await inner.append(letters)
        }
    }

    /// Groups, within the layers.
    public func groups(_ query: DeadLetterQuery) async throws(StoreError) -> [DeadLetterGroup] {
        try await layer.perform(owner.call(.readLetters)) { () async throws(StoreError) -> [DeadLetterGroup] in
            try await inner.groups(query)
        }
    }

    /// Lists, within the layers.
    public func list(_ query: DeadLetterQuery, limit: Int, offset: Int) async throws(StoreError) -> [DeadLetter] {
        try await layer.perform(owner.call(.readLetters)) { () async throws(StoreError) -> [DeadLetter] in
            try await inner.list(query, limit: limit, offset: offset)
        }
    }

    /// Counts, within the layers.
    public func count(_ query: DeadLetterQuery) async throws(StoreError) -> Int64 {
        try await layer.perform(owner.call(.readLetters)) { () async throws(StoreError) -> Int64 in
            try await inner.count(query)
        }
    }

    /// Gets one letter, within the layers.
    public func get(_ id: DeadLetterID) async throws(StoreError) -> DeadLetter? {
        try await layer.perform(owner.call(.readLetters)) { () async throws(StoreError) -> DeadLetter? in
            try await inner.get(id)
        }
    }

    /// Counts a replay, within the layers. Tried again after a lost answer, it may count one replay twice.
    public func markReplayed(_ ids: [DeadLetterID]) async throws(StoreError) {
        try await layer.perform(owner.call(.markReplayed, items: ids.count)) { () async throws(StoreError) in
            try await inner.markReplayed(ids)
        }
    }

    /// Discards, within the layers. Tried again after a lost answer, it says how many the last attempt found.
    public func discard(_ query: DeadLetterQuery) async throws(StoreError) -> Int64 {
        try await layer.perform(owner.call(.discardLetters)) { () async throws(StoreError) -> Int64 in
            try await inner.discard(query)
        }
    }

    /// Closes the store within.
    public func close() async { await inner.close() }
}
