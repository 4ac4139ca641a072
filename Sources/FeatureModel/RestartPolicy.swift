/// When a job that failed is tried again, and when that has been enough.
public struct RestartPolicy: Sendable, Hashable {
    /// How often a job may fail in a row; then it stays in `ERROR` until somebody starts it.
    public var maxAttempts: Int64
    /// How long a job rests that ended in `ERROR`, the first time; Feast's polling interval (spec section 6.2). It
    /// doubles with every further failure.
    public var errorRest: Duration
    /// How long a job rests whose worker was lost the second time; the first time it begins anew at once. It doubles
    /// with every further loss.
    public var lossRest: Duration
    /// The longest rest.
    public var longestRest: Duration
    /// A job that has run for so long counts as well again: its failures are forgotten.
    public var steadyAfter: Duration

    /// Makes a policy; the defaults suit stores and brokers that come back within minutes.
    public init(
        maxAttempts: Int64 = 10, errorRest: Duration = .seconds(60), lossRest: Duration = .seconds(5),
        longestRest: Duration = .seconds(600), steadyAfter: Duration = .seconds(60)
    ) {
        self.maxAttempts = maxAttempts
        self.errorRest = errorRest
        self.lossRest = lossRest
        self.longestRest = longestRest
        self.steadyAfter = steadyAfter
    }

    /// How long to rest after a job ended in `ERROR`, for the given count of failures in a row.
    public func rest(afterErrors failures: Int64) -> Duration {
        doubled(errorRest, times: failures - 1)
    }

    /// How long to rest after a worker was lost, for the given count of failures in a row.
    public func rest(afterLosses failures: Int64) -> Duration {
        failures <= 1 ? .zero : doubled(lossRest, times: failures - 2)
    }

    private func doubled(_ rest: Duration, times: Int64) -> Duration {
        var rest = rest
        for _ in 0..<max(0, min(times, 32)) where rest < longestRest { rest += rest }
        return min(rest, longestRest)
    }
}
