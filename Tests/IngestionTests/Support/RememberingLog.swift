import FeatureModel
import StorageAPI
import Synchronization

/// A source that takes each (ingestion, row number) once, as the local log does.
final class RememberingLog: RowPublisher {
    private struct State {
        var records: [PublishedRecord] = []
        var seen: Set<String> = []
        var batchesLeft: Int?
    }

    private let state = Mutex(State())

    var payloads: [[UInt8]] { state.withLock { $0.records.map(\.payload) } }
    var rowNumbers: [Int64] { state.withLock { $0.records.map(\.rowNumber) } }

    func failAfter(batches: Int) { state.withLock { $0.batchesLeft = batches } }

    func publish(
        _ records: [PublishedRecord], ingestion: IngestionID
    ) async throws(StoreError) -> PublishResult {
        let result = state.withLock { state -> PublishResult? in
            if state.batchesLeft == 0 {
                state.batchesLeft = nil
                return nil
            }
            state.batchesLeft = state.batchesLeft.map { $0 - 1 }
            let fresh = records.filter { state.seen.insert("\(ingestion)#\($0.rowNumber)").inserted }
            state.records += fresh
            return PublishResult(
                appended: fresh.count, alreadyThere: records.count - fresh.count,
                end: [SourcePosition(partition: 0, offset: Int64(state.records.count - 1))])
        }
        guard let result else { throw StoreFailure.gone }
        return result
    }

    func close() async {}
}
