/// What a worker says about its job when it gives a sign of life.
public struct JobPulse: Sendable, Hashable {
    /// Rows in the source that it has not read yet; nil where unknown.
    public var lagRows: Int64?
    /// Seconds between acceptance and now of the oldest row not yet answered for; nil where unknown.
    public var lagSeconds: Int64?
    /// What to make of the last error.
    public var lastError: ErrorNote

    /// Makes a pulse.
    public init(lagRows: Int64? = nil, lagSeconds: Int64? = nil, lastError: ErrorNote = .keep) {
        self.lagRows = lagRows
        self.lagSeconds = lagSeconds
        self.lastError = lastError
    }
}
