import FeatureModel
import Ingestion
import StorageAPI
import Synchronization

/// A ledger that passes over positions it has seen, as the job-state database does.
final class KeptLedger: IngestionLedger {
    private struct State {
        var last: [Int32: Int64] = [:]
        var counts: [AnsweredRecord.Outcome: Int] = [:]
        var failures: [StoreError] = []
        var troubles: [StoreError?] = []
        var lags: [SourceLag] = []
    }

    private let state = Mutex(State())
    private let beforeRecording: @Sendable () async -> Void

    /// - Parameter beforeRecording: what every recording waits for.
    init(beforeRecording: @escaping @Sendable () async -> Void = {}) {
        self.beforeRecording = beforeRecording
    }

    func count(_ outcome: AnsweredRecord.Outcome) -> Int { state.withLock { $0.counts[outcome] ?? 0 } }
    var troubles: [StoreError?] { state.withLock { $0.troubles } }
    var lags: [SourceLag] { state.withLock { $0.lags } }

    func failRecording(_ errors: StoreError...) { state.withLock { $0.failures = errors } }

    func record(_ records: [AnsweredRecord]) async throws(StoreError) {
        await beforeRecording()
        let failure = state.withLock { state -> StoreError? in
            if !state.failures.isEmpty { return state.failures.removeFirst() }
            let before = state.last
            for record in records where record.position.offset > before[record.position.partition] ?? -1 {
                state.counts[record.outcome, default: 0] += 1
                state.last[record.position.partition] = max(
                    record.position.offset, state.last[record.position.partition] ?? -1)
            }
            return nil
        }
        if let failure { throw failure }
    }

    func report(trouble: StoreError?) async { state.withLock { $0.troubles.append(trouble) } }
    func report(lag: SourceLag) async { state.withLock { $0.lags.append(lag) } }
}
