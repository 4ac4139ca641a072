import StorageAPI

/// Writes down how far a job is behind, at most once per interval while it is busy and once when it becomes idle.
actor LagReport {
    private let source: any RowSource
    private let ledger: any IngestionLedger
    private let interval: Duration
    private let elapsed: () -> Duration
    private var lastTold: Duration?
    private var wasIdle = false

    init(source: any RowSource, ledger: any IngestionLedger, interval: Duration, clock: any Clock<Duration>) {
        self.source = source
        self.ledger = ledger
        self.interval = interval
        elapsed = Self.stopwatch(clock)
    }

    func tell(isIdle: Bool) async {
        defer { wasIdle = isIdle }
        let now = elapsed()
        let isDue = lastTold.map { now - $0 >= interval } ?? true
        guard isIdle ? !wasIdle : isDue else { return }
        lastTold = now
        // A source that cannot tell now is asked again after the next batch; reading it will show what is wrong.
        guard let lag = try? await source.lag() else { return }
        await ledger.report(lag: lag)
    }

    private static func stopwatch<C: Clock<Duration>>(_ clock: C) -> () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }
}
