import FeatureModel
import Ingestion
import Logging
import StorageAPI

/// What a worker without a ledger has done: counted since its start, and told to its log once a minute.
actor LoggedProgress: IngestionLedger {
    private static let interval: Int64 = 60

    private let logger: Logger
    private let wallClock: @Sendable () -> Timestamp
    private var counters = JobCounters()
    private var lag: SourceLag?
    private var toldAt: Timestamp?
    private var told = JobCounters()

    init(_ logger: Logger, wallClock: @escaping @Sendable () -> Timestamp) {
        self.logger = logger
        self.wallClock = wallClock
    }

    func record(_ records: [AnsweredRecord]) {
        for record in records {
            counters.rowsRead += 1
            switch record.outcome {
            case .written: counters.rowsWritten += 1
            case .failed: counters.rowsFailed += 1
            case .ignored: counters.rowsIgnored += 1
            }
        }
        tellNowAndThen()
    }

    /// The job itself logs its troubles.
    func report(trouble: StoreError?) {}

    func report(lag: SourceLag) {
        self.lag = lag
        tellNowAndThen()
    }

    /// Tells what has not been told yet.
    func tell() {
        guard counters != told else { return }
        told = counters
        logger.info(
            "rows answered for",
            metadata: [
                "read": "\(counters.rowsRead)", "written": "\(counters.rowsWritten)",
                "failed": "\(counters.rowsFailed)", "ignored": "\(counters.rowsIgnored)",
                "behind": lag.map { "\($0.records)" } ?? "unknown",
            ])
    }

    private func tellNowAndThen() {
        let now = wallClock()
        let age = toldAt.map { now.wholeSeconds(since: $0) }
        // A negative age means that the clock was set back.
        guard age.map({ $0 >= Self.interval || $0 < 0 }) ?? true else { return }
        toldAt = now
        tell()
    }
}
