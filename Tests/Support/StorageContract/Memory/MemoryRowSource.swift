import FeatureModel
import StorageAPI
import Synchronization

/// The reading end of a memory store's log.
final class MemoryRowSource: RowSource {
    private let store: MemoryStore
    private let group: String
    private let clock: any Clock<Duration>
    private let next: Mutex<Int64>

    init(store: MemoryStore, group: String, clock: any Clock<Duration>) {
        self.store = store
        self.group = group
        self.clock = clock
        next = Mutex((store.log.committedOffset(of: group) ?? -1) + 1)
    }

    func read(
        maxRecords: Int, maxBytes: Int, waitingUpTo duration: Duration
    ) async throws(StoreError) -> [SourceRecord] {
        try store.checkCancellation("read the source")
        let records = take(maxRecords: maxRecords, maxBytes: maxBytes)
        guard records.isEmpty, duration > .zero else { return records }
        await wait(atMost: duration)
        try store.checkCancellation("read the source")
        return take(maxRecords: maxRecords, maxBytes: maxBytes)
    }

    func commit(_ positions: [SourcePosition]) async throws(StoreError) {
        try store.checkCancellation("commit positions")
        store.log.commit(positions, group: group)
    }

    func lag() async throws(StoreError) -> SourceLag? { store.log.lag(of: group) }

    func close() async {}

    private func take(maxRecords: Int, maxBytes: Int) -> [SourceRecord] {
        next.withLock { next in
            let records = store.log.records(from: next, maxRecords: maxRecords, maxBytes: maxBytes)
            next += Int64(records.count)
            return records
        }
    }

    private func wait(atMost duration: Duration) async {
        let offset = next.withLock { $0 }
        await withTaskGroup { group in
            group.addTask { await self.store.log.waitForRecord(at: offset) }
            group.addTask { try? await self.clock.sleep(for: duration) }
            await group.next()
            group.cancelAll()
        }
    }
}
