public import FeatureModel
public import Logging
import StorageAPI

/// One ingestion job at work: source → decode → validate → route → write, for one store.
///
/// Reading and decoding one batch overlap with writing the batch before it, and with settling the one before that: with
/// setting bad rows aside, counting and committing. Each is bounded by ``IngestionLimits``.
/// The job runs until an order comes or something fails that will not get better by waiting.
public struct IngestionJob: Sendable {
    private let identity: IngestionIdentity
    private let plugs: IngestionPlugs
    private let limits: IngestionLimits
    private let clock: any Clock<Duration>
    private let wallClock: @Sendable () -> Timestamp
    private let randomness: @Sendable () -> Double
    private let logger: Logger

    /// Makes a job that has not begun.
    ///
    /// - Parameters:
    ///   - identity: the names under which rows and dead letters are kept.
    ///   - plugs: what it reads from and writes to.
    ///   - limits: how much at a time.
    ///   - clock: for waiting.
    ///   - wallClock: for the dates of dead letters.
    ///   - randomness: spreads waiting times; uniform in 0..<1.
    ///   - logger: gets troubles and losses.
    public init(
        identity: IngestionIdentity, plugs: IngestionPlugs, limits: IngestionLimits = IngestionLimits(),
        clock: any Clock<Duration>, wallClock: @escaping @Sendable () -> Timestamp,
        randomness: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }, logger: Logger
    ) {
        self.identity = identity
        self.plugs = plugs
        self.limits = limits
        self.clock = clock
        self.wallClock = wallClock
        self.randomness = randomness
        self.logger = logger
    }

    /// Runs until the signal is raised or the job fails. On an order the batch that is being written is finished and
    /// committed; when the lease is lost, nothing more is committed.
    public func run(until signal: StopSignal) async -> IngestionOutcome {
        let patience = patience(signal)
        let losses = LossLog(logger: logger, wallClock: wallClock)
        let reader = IngestionReader(
            source: plugs.source, plan: plugs.plan, size: limits.batchSize(for: plugs.sink), wait: limits.readingWait,
            patience: patience)
        let writer = IngestionWriter(
            identity: identity, plugs: plugs, patience: patience, losses: losses, wallClock: wallClock)
        let lag = LagReport(source: plugs.source, ledger: plugs.ledger, interval: limits.lagInterval, clock: clock)
        do throws(IngestionEnd) {
            try await pump(from: reader, to: writer, lag: lag)
        } catch {
            await losses.flush()
            return error.outcome
        }
    }

    /// Never returns but by throwing: a source has no end. What was written by then is settled.
    private func pump(
        from reader: IngestionReader, to writer: IngestionWriter, lag: LagReport
    ) async throws(IngestionEnd) -> Never {
        let settlement = IngestionSettlement(writer: writer, lag: lag)
        do throws(IngestionEnd) {
            var batch = try await reader.next()
            while true {
                async let upcoming = Self.result { () async throws(IngestionEnd) in try await reader.next() }
                if batch.records.isEmpty {
                    try await settlement.finish()
                    await lag.tell(isIdle: true)
                } else {
                    try await settlement.begin(try await writer.write(batch))
                }
                batch = try await upcoming.get()
            }
        } catch {
            // Where both end, the earlier end has the reason.
            try await settlement.finish()
            throw error
        }
    }

    private static func result<Answer: Sendable>(
        _ work: () async throws(IngestionEnd) -> Answer
    ) async -> Result<Answer, IngestionEnd> {
        do throws(IngestionEnd) { return .success(try await work()) } catch { return .failure(error) }
    }

    private func patience(_ signal: StopSignal) -> Patience {
        let (ledger, logger) = (plugs.ledger, logger)
        return Patience(policy: limits.patience, clock: clock, signal: signal, randomness: randomness) { error in
            if let error {
                logger.warning("waiting for a store", metadata: ["error": "\(error)"])
            } else {
                logger.info("the trouble is over")
            }
            await ledger.report(trouble: error)
        }
    }
}
