import FeatureModel
public import Ingestion
public import Logging

/// Sends the measures of one job's rows to a StatsD server, a window at a time.
///
/// Give ``observer`` to the job, and ``run()`` beside it; the job never waits for either.
public struct StatsDExporter: Sendable {
    /// The window that Feast's metrics are reckoned over.
    public static let usualWindow = Duration.seconds(60)

    private let lines: StatsDLines
    private let measures = MeasureWindow(detail: .values)
    private let sender: StatsDSender
    private let window: Duration
    private let clock: any Clock<Duration>

    /// Makes an exporter that has sent nothing.
    ///
    /// - Parameters:
    ///   - identity: the names under which the job's rows are counted.
    ///   - destination: the server.
    ///   - window: how long measures are collected before they are sent.
    ///   - clock: for waiting.
    ///   - logger: told when metrics begin to be lost, and when they are sent again.
    public init(
        identity: IngestionIdentity, to destination: StatsDDestination, window: Duration = usualWindow,
        clock: any Clock<Duration>, logger: Logger
    ) {
        lines = StatsDLines(identity: identity)
        sender = StatsDSender(to: destination, logger: logger)
        self.window = window
        self.clock = clock
    }

    /// What the job tells its rows to.
    public var observer: any RowObserver { measures }

    /// Sends every window at its end, until the task is cancelled. What the last one has by then, ``finish()`` sends.
    public func run() async {
        while await waited() { sender.send(StatsDDatagrams.packed(lines.lines(for: measures.drain()))) }
    }

    /// Sends what was measured since the last window, and waits a moment until it is on its way.
    public func finish() async {
        sender.send(StatsDDatagrams.packed(lines.lines(for: measures.drain())))
        await sender.flush(within: .seconds(2))
    }

    private func waited() async -> Bool {
        do {
            try await clock.sleep(for: window)
            return true
        } catch {
            return false
        }
    }
}
