import FeatureModel
import Ingestion
import LocalState
import StorageAPI

/// A job's row in the ledger, as its worker writes it.
actor JobLedgerEntry: IngestionLedger {
    private let ledger: JobLedger
    private let lease: JobLease
    private let restarts: RestartPolicy
    private let wallClock: @Sendable () -> Timestamp
    private var lagRows: Int64?
    private var oldestWaiting: Timestamp?
    /// How far the job is in each partition of its source, as it was told last.
    private(set) var partitions: [JobPartition] = []

    init(
        ledger: JobLedger, lease: JobLease, restarts: RestartPolicy, wallClock: @escaping @Sendable () -> Timestamp
    ) {
        self.ledger = ledger
        self.lease = lease
        self.restarts = restarts
        self.wallClock = wallClock
    }

    func record(_ records: [AnsweredRecord]) async throws(StoreError) {
        let rows = records.map { record in
            AccountedRow(
                position: record.position, ingestionID: record.ingestionID,
                outcome: RowOutcome(answer: record.outcome))
        }
        do throws(LocalStateError) {
            try await ledger.record(rows, lease: lease, at: wallClock())
        } catch {
            throw StoreError(error, operation: "count rows")
        }
    }

    func report(trouble: StoreError?) async {
        await pulse(trouble.map { .set($0.description) } ?? .clear)
    }

    func report(lag: SourceLag) async {
        (lagRows, oldestWaiting) = (lag.records, lag.oldest)
        partitions = lag.partitions.map {
            JobPartition(partition: $0.partition, committed: $0.committed, end: $0.end, lagRows: $0.records)
        }
        await pulse(.keep)
    }

    /// Gives a sign of life and hears the orders.
    func heartbeat() async throws(LocalStateError) -> Job {
        let now = wallClock()
        return try await ledger.heartbeat(lease, pulse(.keep, at: now), at: now, policy: restarts)
    }

    /// What could not be written now is written with the next sign of life.
    private func pulse(_ error: ErrorNote) async {
        let now = wallClock()
        _ = try? await ledger.heartbeat(lease, pulse(error, at: now), at: now, policy: restarts)
    }

    private func pulse(_ error: ErrorNote, at now: Timestamp) -> JobPulse {
        JobPulse(
            lagRows: lagRows, lagSeconds: oldestWaiting.map { now.wholeSeconds(since: $0) }, lastError: error)
    }
}

extension RowOutcome {
    fileprivate init(answer: AnsweredRecord.Outcome) {
        switch answer {
        case .written: self = .written
        case .failed: self = .failed
        case .ignored: self = .ignored
        }
    }
}
