/// What a store said of itself when asked how it is.
public struct StoreProbe: Sendable, Hashable {
    /// The product's version, where it tells.
    public var version: String?
    /// How many keys, or tables of feature sets, it holds; nil where it cannot tell.
    public var holdings: Int64?
    /// What ``holdings`` counts: `keys`, `tables`.
    public var holdingsUnit: String
    /// Where it is, without secrets: `127.0.0.1:6379/0`, a path.
    public var endpoint: String
    /// Further facts in the order worth reading: name and value.
    public var facts: [Fact]

    /// A name and a value.
    public struct Fact: Sendable, Hashable {
        /// What the value is.
        public let name: String
        /// The value as text.
        public let value: String

        /// Makes a fact.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Makes a report.
    public init(
        version: String? = nil, holdings: Int64? = nil, holdingsUnit: String, endpoint: String, facts: [Fact] = []
    ) {
        self.version = version
        self.holdings = holdings
        self.holdingsUnit = holdingsUnit
        self.endpoint = endpoint
        self.facts = facts
    }
}
