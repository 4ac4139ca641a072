public import StorageAPI

/// Tries again, and again, while that can help: a store that is down holds its job up and does not end it.
///
/// The layers around a plug have tried a few times quickly; this goes on after them, patiently, until it works or
/// somebody orders the job to end.
public struct Patience: Sendable {
    let policy: RetryPolicy
    let clock: any Clock<Duration>
    let signal: StopSignal
    let randomness: @Sendable () -> Double
    let trouble: @Sendable (StoreError?) async -> Void

    /// Makes a patience.
    ///
    /// - Parameters:
    ///   - policy: how long to wait between attempts; how many attempts it would make does not count.
    ///   - clock: for waiting.
    ///   - signal: ends the waiting.
    ///   - randomness: spreads waiting times; uniform in 0..<1.
    ///   - trouble: told of each failure, and with nil when it is over.
    public init(
        policy: RetryPolicy, clock: any Clock<Duration>, signal: StopSignal,
        randomness: @escaping @Sendable () -> Double, trouble: @escaping @Sendable (StoreError?) async -> Void
    ) {
        self.policy = policy
        self.clock = clock
        self.signal = signal
        self.randomness = randomness
        self.trouble = trouble
    }

    /// Does the work until it succeeds.
    ///
    /// - Throws: ``IngestionEnd`` when an order came, or when trying again cannot help.
    public func perform<Answer: Sendable>(
        _ work: @escaping @Sendable () async throws(StoreError) -> Answer
    ) async throws(IngestionEnd) -> Answer {
        var failures = 0
        while true {
            do throws(StoreError) {
                let answer = try await work()
                if failures > 0 { await trouble(nil) }
                return answer
            } catch {
                try await endure(error, after: &failures)
            }
        }
    }

    private func endure(_ error: StoreError, after failures: inout Int) async throws(IngestionEnd) {
        if error.code == .cancelled { throw .ordered(signal.order ?? .shutdown) }
        guard error.recovery != .permanent else { throw .failed(error) }
        await trouble(error)
        let delay = policy.delay(beforeRetry: failures, randomness: randomness())
        failures += 1
        let clock = clock
        _ = await signal.cutShort { try? await clock.sleep(for: delay) }
        if let order = signal.order { throw .ordered(order) }
        if Task.isCancelled { throw .ordered(.shutdown) }
    }
}
