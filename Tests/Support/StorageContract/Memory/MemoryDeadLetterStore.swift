import FeatureModel
import StorageAPI

/// The dead-letter plug of a memory store.
struct MemoryDeadLetterStore: DeadLetterStore {
    private struct Group: Hashable {
        let reason: DeadLetterReason
        let featureSet: FeatureSetReference?
        let store: StoreName?
    }

    let store: MemoryStore

    func append(_ letters: [DeadLetter]) async throws(StoreError) {
        try store.checkCancellation("append dead letters")
        store.letters.append(letters)
    }

    func groups(_ query: DeadLetterQuery) async throws(StoreError) -> [DeadLetterGroup] {
        let groups = Dictionary(grouping: store.letters.matching(query)) { letter in
            Group(reason: letter.reason, featureSet: letter.featureSet, store: letter.store)
        }
        return groups.map { Self.count($0, $1) }.sorted { left, right in
            left.count != right.count ? left.count > right.count : left.last > right.last
        }
    }

    private static func count(_ group: Group, _ letters: [DeadLetter]) -> DeadLetterGroup {
        DeadLetterGroup(
            reason: group.reason, featureSet: group.featureSet, store: group.store, count: Int64(letters.count),
            first: letters.map(\.at).min() ?? .zero, last: letters.map(\.at).max() ?? .zero)
    }

    func list(_ query: DeadLetterQuery, limit: Int, offset: Int) async throws(StoreError) -> [DeadLetter] {
        Array(store.letters.matching(query).dropFirst(offset).prefix(limit))
    }

    func count(_ query: DeadLetterQuery) async throws(StoreError) -> Int64 {
        Int64(store.letters.matching(query).count)
    }

    func get(_ id: DeadLetterID) async throws(StoreError) -> DeadLetter? { store.letters.letter(id) }

    func markReplayed(_ ids: [DeadLetterID]) async throws(StoreError) {
        try store.checkCancellation("mark dead letters as replayed")
        store.letters.markReplayed(ids)
    }

    func discard(_ query: DeadLetterQuery) async throws(StoreError) -> Int64 {
        try store.checkCancellation("discard dead letters")
        return store.letters.discard(query)
    }

    func close() async {}
}
