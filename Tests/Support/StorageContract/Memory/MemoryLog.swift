import FeatureModel
import StorageAPI
import Synchronization

/// The log of a memory store: one partition, and the committed offset of every consumer group.
final class MemoryLog: Sendable {
    private struct State {
        var records: [SourceRecord] = []
        var taken: [IngestionID: [Int64: Int64]] = [:]
        var committed: [String: Int64] = [:]
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        var nextWaiter = 0
    }

    private let state = Mutex(State())
    private let acceptance: @Sendable (Int64) -> Timestamp

    init(acceptance: @escaping @Sendable (Int64) -> Timestamp) {
        self.acceptance = acceptance
    }

    func append(_ records: [PublishedRecord], ingestion: IngestionID) -> PublishResult {
        let (result, waiters) = state.withLock { state in
            var appended = 0
            for record in records where state.taken[ingestion]?[record.rowNumber] == nil {
                let offset = Int64(state.records.count)
                state.records.append(
                    SourceRecord(
                        position: SourcePosition(partition: 0, offset: offset), createdTimestamp: acceptance(offset),
                        payload: record.payload))
                state.taken[ingestion, default: [:]][record.rowNumber] = offset
                appended += 1
            }
            let end = state.taken[ingestion]?.values.max().map { SourcePosition(partition: 0, offset: $0) }
            let result = PublishResult(
                appended: appended, alreadyThere: records.count - appended, end: end.map { [$0] } ?? [])
            defer { state.waiters = [:] }
            return (result, Array(state.waiters.values))
        }
        for waiter in waiters { waiter.resume() }
        return result
    }

    /// The records from an offset on.
    func records(from offset: Int64, maxRecords: Int, maxBytes: Int) -> [SourceRecord] {
        state.withLock { state in
            var found: [SourceRecord] = []
            var bytes = 0
            for record in state.records.dropFirst(Int(offset)) where found.count < max(1, maxRecords) {
                if !found.isEmpty, bytes + record.payload.count > maxBytes { break }
                bytes += record.payload.count
                found.append(record)
            }
            return found
        }
    }

    func committedOffset(of group: String) -> Int64? { state.withLock { $0.committed[group] } }

    func commit(_ positions: [SourcePosition], group: String) {
        state.withLock { state in
            for position in positions where position.partition == 0 {
                state.committed[group] = max(state.committed[group] ?? -1, position.offset)
            }
        }
    }

    func lag(of group: String) -> SourceLag {
        state.withLock { state in
            let next = Int((state.committed[group] ?? -1) + 1)
            let waiting = state.records.dropFirst(next)
            return SourceLag(records: Int64(waiting.count), oldest: waiting.first?.createdTimestamp)
        }
    }

    /// Waits until there is a record at an offset, or the task is cancelled.
    func waitForRecord(at offset: Int64) async {
        let number = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                let isOver = state.withLock { state in
                    if Task.isCancelled || Int64(state.records.count) > offset { return true }
                    state.waiters[number] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: number) }?.resume()
        }
    }
}
