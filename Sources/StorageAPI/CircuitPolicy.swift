/// When a store that does not answer is left alone, and for how long: a circuit that opens, and closes again.
public struct CircuitPolicy: Sendable, Hashable {
    /// How many attempts in a row must fail before the store is left alone; at least 1.
    public let failures: Int
    /// How long it is left alone first; each further time in a row is twice as long.
    public let rest: Duration
    /// The longest time that it is left alone.
    public let longestRest: Duration

    /// Makes a policy; what is less than 1 failure or 1 ms becomes that.
    public init(failures: Int, rest: Duration, longestRest: Duration = .seconds(30)) {
        self.failures = max(1, failures)
        self.rest = max(.milliseconds(1), rest)
        self.longestRest = max(self.rest, longestRest)
    }
}
