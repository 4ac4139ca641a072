/// What a connector can do. What it does not declare, the contract does not ask of it and no screen offers.
public struct Capabilities: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt32

    /// Makes a set from bits.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Takes rows: has a ``FeatureSink``.
    public static let sink = Capabilities(rawValue: 1 << 0)
    /// Answers what the newest value is: has an ``OnlineRetriever``.
    public static let online = Capabilities(rawValue: 1 << 1)
    /// Answers what was true when: has a ``HistoricalRetriever``.
    public static let historical = Capabilities(rawValue: 1 << 2)
    /// Can be read from as a source: has a ``RowSource`` and a ``RowPublisher``.
    public static let source = Capabilities(rawValue: 1 << 3)
    /// Keeps its own dead letters: has a ``DeadLetterStore``.
    public static let deadLetters = Capabilities(rawValue: 1 << 4)
    /// Keeps created times, so that equal event times are decided by them and not by arrival.
    public static let createdTime = Capabilities(rawValue: 1 << 5)
    /// Keeps what outlives its process.
    public static let durable = Capabilities(rawValue: 1 << 6)
    /// Can be shared by several machines.
    public static let shared = Capabilities(rawValue: 1 << 7)
    /// Rows outlive a change of their feature set: features that stay keep their values, new ones are null. Without
    /// it, an older row may read as absent until it is written again, as Redis values of Feast's first form do.
    public static let schemaChanges = Capabilities(rawValue: 1 << 8)
    /// The source takes each row number of an ingestion once, however often it is published.
    public static let ingestionMemory = Capabilities(rawValue: 1 << 9)

    /// The words for the capabilities in this set, in a fixed order.
    public var words: [String] {
        let all: [(Capabilities, String)] = [
            (.sink, "sink"), (.online, "online"), (.historical, "historical"), (.source, "source"),
            (.deadLetters, "dead letters"), (.createdTime, "created time"), (.durable, "durable"), (.shared, "shared"),
            (.schemaChanges, "schema changes"), (.ingestionMemory, "ingestion memory"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}
