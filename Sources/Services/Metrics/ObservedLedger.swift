import FeatureModel
import Ingestion
import MetricsExport
import StorageAPI

/// A job's ledger that tells metrics what it hears.
struct ObservedLedger: IngestionLedger {
    let ledger: any IngestionLedger
    let metrics: IngestionMetrics
    let wallClock: @Sendable () -> Timestamp

    func record(_ records: [AnsweredRecord]) async throws(StoreError) {
        try await ledger.record(records)
        metrics.ignored(rows: records.count { $0.outcome == .ignored })
    }

    func report(trouble: StoreError?) async {
        metrics.waits(trouble != nil)
        await ledger.report(trouble: trouble)
    }

    func report(lag: SourceLag) async {
        metrics.lags(lag, at: wallClock())
        await ledger.report(lag: lag)
    }
}
