/// How dead letters are replayed.
public enum ReplayMode: Sendable, Hashable {
    /// Nothing is produced; the outcomes say what would be.
    case dryRun
    /// As fast as the source takes them.
    case unlimited
    /// At most so many rows per second, for a store that has other work to do; at least 1.
    case atMost(rowsPerSecond: Int)
}
