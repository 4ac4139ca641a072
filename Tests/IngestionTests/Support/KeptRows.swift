import FeatureModel
import StorageAPI
import Synchronization

/// A sink that keeps one row per key and time, as a historical store does, and fails as it is told.
final class KeptRows: FeatureSink {
    private struct Place: Hashable {
        let featureSet: FeatureSetReference
        let key: EntityKey
        let event: Timestamp
        let created: Timestamp
    }

    private struct State {
        var rows: [Place: ValidatedRow] = [:]
        var prepared: [FeatureSet] = []
        var writes: [[ValidatedRow]] = []
        var writeFailures: [StoreError] = []
        var lostAnswers: [StoreError] = []
        var prepareFailures: [StoreError] = []
    }

    private let state = Mutex(State())
    private let refuses: @Sendable (ValidatedRow) -> FailedElement?

    init(refusing refuses: @escaping @Sendable (ValidatedRow) -> FailedElement? = { _ in nil }) {
        self.refuses = refuses
    }

    var rows: Set<ValidatedRow> { state.withLock { Set($0.rows.values) } }
    var prepared: [FeatureSet] { state.withLock { $0.prepared } }
    var writes: [[ValidatedRow]] { state.withLock { $0.writes } }

    func failWriting(_ errors: StoreError...) { state.withLock { $0.writeFailures = errors } }
    func loseAnswers(_ errors: StoreError...) { state.withLock { $0.lostAnswers = errors } }
    func failPreparing(_ errors: StoreError...) { state.withLock { $0.prepareFailures = errors } }

    func prepareWrite(_ featureSet: FeatureSet) async throws(StoreError) {
        let failure = state.withLock { state -> StoreError? in
            if !state.prepareFailures.isEmpty { return state.prepareFailures.removeFirst() }
            state.prepared.append(featureSet)
            return nil
        }
        if let failure { throw failure }
    }

    func write(_ batch: RowBatch) async throws(StoreError) -> WriteResult {
        let failed = batch.rows.enumerated().compactMap { index, row in
            refuses(row).map { FailedElement(index: index, reason: $0.reason, message: $0.message) }
        }
        let failure = state.withLock { state -> StoreError? in
            if !state.writeFailures.isEmpty { return state.writeFailures.removeFirst() }
            state.writes.append(batch.rows)
            for row in batch.rows where refuses(row) == nil {
                let place = Place(
                    featureSet: batch.featureSet.reference, key: row.key, event: row.eventTimestamp,
                    created: row.createdTimestamp)
                state.rows[place] = row
            }
            return state.lostAnswers.isEmpty ? nil : state.lostAnswers.removeFirst()
        }
        if let failure { throw failure }
        return WriteResult(accepted: batch.rows.count - failed.count, failed: failed)
    }

    func close() async {}
}
