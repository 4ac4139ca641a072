public import StorageAPI

/// The layer that tries again: Feast's back-off (spec section 2.3).
///
/// Only errors that are `transient` are tried again. When the attempts are used up, the last error is thrown as
/// `exhausted`. A cancelled task is never tried again, and ends as `cancelled`, also in the pause between attempts.
public struct Retrying: CallLayer {
    private let policy: RetryPolicy
    private let clock: any Clock<Duration>
    private let randomness: @Sendable () -> Double
    private let onRetry: @Sendable (StoreCall) -> Void

    /// Makes a layer.
    ///
    /// - Parameters:
    ///   - policy: how often, how patiently.
    ///   - clock: what pauses are measured with.
    ///   - randomness: uniform in 0..<1.
    ///   - onRetry: told before every attempt after the first.
    public init(
        _ policy: RetryPolicy, clock: any Clock<Duration> = ContinuousClock(),
        randomness: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        onRetry: @escaping @Sendable (StoreCall) -> Void = { _ in }
    ) {
        self.policy = policy
        self.clock = clock
        self.randomness = randomness
        self.onRetry = onRetry
    }

    /// Does the work until it succeeds, fails for good, or the attempts are used up.
    public func perform<Answer: Sendable>(
        _ call: StoreCall, _ work: @escaping @Sendable () async throws(StoreError) -> Answer
    ) async throws(StoreError) -> Answer {
        var retries = 0
        while true {
            do {
                return try await work()
            } catch {
                guard error.recovery == .transient else { throw error }
                if Task.isCancelled { throw cancellation(of: call) }
                guard retries < policy.maxRetries else { throw error.exhausted() }
            }
            try await pause(beforeRetry: retries, of: call)
            retries += 1
            onRetry(call)
        }
    }

    private func pause(beforeRetry number: Int, of call: StoreCall) async throws(StoreError) {
        do {
            try await clock.sleep(for: policy.delay(beforeRetry: number, randomness: randomness()))
        } catch {
            throw cancellation(of: call)
        }
    }

    private func cancellation(of call: StoreCall) -> StoreError {
        call.error(.cancelled, .permanent, "the call was cancelled before it could be tried again")
    }
}

extension StoreError {
    /// The same error, after the last attempt.
    func exhausted() -> StoreError {
        var error = self
        error.recovery = .exhausted
        return error
    }
}
