/// How a connection behaves. The defaults suit a reader; ``writer`` is for bulk writing.
public struct ConnectionOptions: Sendable, Hashable {
    /// When the disk is made to hold what was committed.
    public enum Synchronous: String, Sendable {
        /// At checkpoints: a power cut may take the last commits back, a crash of the process never does.
        case normal = "NORMAL"
        /// At every commit.
        case full = "FULL"
    }

    /// How long to wait for another connection's lock, in milliseconds.
    public var busyTimeoutMilliseconds: Int32
    /// When the disk is made to hold what was committed.
    public var synchronous: Synchronous
    /// The most memory for pages, in KiB.
    public var cacheKiB: Int
    /// After how many pages in the write-ahead log they move into the database.
    public var checkpointPages: Int

    /// Makes options.
    public init(
        busyTimeoutMilliseconds: Int32 = 5_000, synchronous: Synchronous = .normal, cacheKiB: Int = 8_192,
        checkpointPages: Int = 1_000
    ) {
        self.busyTimeoutMilliseconds = busyTimeoutMilliseconds
        self.synchronous = synchronous
        self.cacheKiB = cacheKiB
        self.checkpointPages = checkpointPages
    }

    /// For large transactions: every commit is on the disk when it returns, and checkpoints are rare.
    public static let writer = ConnectionOptions(synchronous: .full, cacheKiB: 65_536, checkpointPages: 20_000)
}
