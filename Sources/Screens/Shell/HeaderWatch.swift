public import ConsoleKit
public import Operations

/// Keeps the header true: asks for the health of every store and source again and again, and whenever something changed.
public struct HeaderWatch: Sendable {
    private let operations: Operations
    private let interval: Duration
    private let clock: any Clock<Duration>

    /// Makes a watch.
    ///
    /// - Parameters:
    ///   - operations: what to ask.
    ///   - interval: how long to wait between two questions.
    ///   - clock: what waits.
    public init(_ operations: Operations, every interval: Duration, clock: any Clock<Duration> = ContinuousClock()) {
        self.operations = operations
        self.interval = interval
        self.clock = clock
    }

    /// The facts as they are now.
    public func facts() async -> HeaderFacts {
        LarderScreens.header(operations.workspace, await operations.stores.health())
    }

    /// Sends the facts whenever they changed, until cancelled.
    public func follow(_ send: EffectSender<HeaderFacts>) async {
        var last: HeaderFacts?
        while !Task.isCancelled {
            let facts = await facts()
            if facts != last { await send(facts) }
            last = facts
            do {
                try await clock.sleep(for: interval)
            } catch {
                return
            }
        }
    }
}
