import FeatureModel
import Ingestion
import StorageAPI
import Synchronization

/// A source of one partition that hands out what is behind the committed position, and ends the job's run when there is
/// nothing more: a real one would wait.
final class ScriptedSource: RowSource {
    private struct State {
        var records: [SourceRecord]
        var committed: Int64 = -1
        var next: Int
        var commits: [[SourcePosition]] = []
        var failures: [StoreError] = []
        var commitFailures: [StoreError] = []
    }

    private let state: Mutex<State>
    let signal: StopSignal

    init(_ records: [SourceRecord], signal: StopSignal = StopSignal()) {
        state = Mutex(State(records: records, next: 0))
        self.signal = signal
    }

    /// The same source as a process that starts anew sees it.
    func reopened() -> ScriptedSource {
        let (records, committed) = state.withLock { ($0.records, $0.committed) }
        let fresh = ScriptedSource(records)
        fresh.state.withLock { state in
            state.committed = committed
            state.next = records.firstIndex { $0.position.offset > committed } ?? records.count
        }
        return fresh
    }

    var committed: Int64 { state.withLock { $0.committed } }
    var commits: [[SourcePosition]] { state.withLock { $0.commits } }

    func failReading(_ errors: StoreError...) { state.withLock { $0.failures = errors } }
    func failCommitting(_ errors: StoreError...) { state.withLock { $0.commitFailures = errors } }

    func read(
        maxRecords: Int, maxBytes: Int, waitingUpTo duration: Duration
    ) async throws(StoreError) -> [SourceRecord] {
        let answer = state.withLock { state -> Result<[SourceRecord], StoreError> in
            if !state.failures.isEmpty { return .failure(state.failures.removeFirst()) }
            let records = Array(state.records[state.next...].prefix(maxRecords))
            state.next += records.count
            return .success(records)
        }
        if try answer.get().isEmpty { signal.raise(.stop) }
        return try answer.get()
    }

    func commit(_ positions: [SourcePosition]) async throws(StoreError) {
        let failure = state.withLock { state -> StoreError? in
            if !state.commitFailures.isEmpty { return state.commitFailures.removeFirst() }
            state.commits.append(positions)
            for position in positions { state.committed = max(state.committed, position.offset) }
            return nil
        }
        if let failure { throw failure }
    }

    func lag() async throws(StoreError) -> SourceLag? {
        state.withLock { state in
            let behind = state.records.filter { $0.position.offset > state.committed }
            return SourceLag(records: Int64(behind.count), oldest: behind.first?.createdTimestamp)
        }
    }

    func close() async {}
}
