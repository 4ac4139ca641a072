/// How often, and how patiently, a failed request is tried again: Feast's back-off (spec section 2.3).
public struct RetryPolicy: Sendable, Hashable {
    /// How many times to try *again*; 0 means a single attempt.
    public let maxRetries: Int
    /// The first delay; the n-th grows by 1.5ⁿ, ± 50 % at random.
    public let initialBackoff: Duration
    /// The longest delay.
    public let maxBackoff: Duration
    /// How long one attempt may take; nil for no limit.
    public let attemptTimeout: Duration?
    /// When the store is left alone; nil for never.
    public let circuit: CircuitPolicy?

    /// Makes a policy; a delay of zero or less becomes 1 ms.
    public init(
        maxRetries: Int, initialBackoff: Duration, maxBackoff: Duration = .seconds(30), attemptTimeout: Duration? = nil,
        circuit: CircuitPolicy? = nil
    ) {
        self.maxRetries = max(0, maxRetries)
        self.initialBackoff = initialBackoff > .zero ? initialBackoff : .milliseconds(1)
        self.maxBackoff = maxBackoff
        self.attemptTimeout = attemptTimeout
        self.circuit = circuit
    }

    /// A single attempt, without a limit in time.
    public static let none = RetryPolicy(maxRetries: 0, initialBackoff: .milliseconds(1))

    /// The delay before retry `number` (counted from 0).
    ///
    /// - Parameter randomness: uniform in 0..<1; 0.5 gives the middle of the range.
    public func delay(beforeRetry number: Int, randomness: Double) -> Duration {
        var factor = 1.0
        for _ in 0..<min(number, 64) { factor *= 1.5 }
        let scaled = initialBackoff * (factor * (0.5 + randomness))
        return min(scaled, maxBackoff)
    }
}
