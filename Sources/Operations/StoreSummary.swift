public import FeatureModel

/// A store with everything a list or a detail view shows of it.
public struct StoreSummary: Sendable, Hashable {
    /// The name.
    public let name: StoreName
    /// The connector's type name.
    public let type: String
    /// The settings, secrets masked, in the card's order.
    public let settings: [SettingValue]
    /// What it subscribes to.
    public let subscriptions: [Subscription]
    /// For each subscription, how many feature sets its patterns match.
    public let subscriptionMatches: [Int]
    /// The feature sets that go into it, sorted.
    public let featureSets: [FeatureSetReference]
    /// What it can do, in the words of the connector's card.
    public let capabilities: [String]
    /// `larder.yaml line 12` where the configuration defines it; nil for stores of the registry.
    public let definedAt: String?
    /// Its health.
    public let health: EndpointHealth
    /// Where it is, without secrets; nil until it was asked.
    public let endpoint: String?
    /// How many keys or tables it holds; nil where unknown.
    public let holdings: Int64?
    /// What ``holdings`` counts.
    public let holdingsUnit: String?
    /// Facts it told of itself (version, memory, …), in order.
    public let facts: [SettingValue]
    /// Jobs that feed it and run.
    public let jobsRunning: Int
    /// Jobs that feed it and have not ended.
    public let jobsTotal: Int
    /// Rows written per second over the last samples; nil where unknown.
    public let rowsPerSecond: Double?

    /// Makes a summary.
    public init(
        name: StoreName, type: String, settings: [SettingValue], subscriptions: [Subscription],
        subscriptionMatches: [Int], featureSets: [FeatureSetReference], capabilities: [String], definedAt: String?,
        health: EndpointHealth, endpoint: String? = nil, holdings: Int64? = nil, holdingsUnit: String? = nil,
        facts: [SettingValue] = [], jobsRunning: Int = 0, jobsTotal: Int = 0, rowsPerSecond: Double? = nil
    ) {
        self.name = name
        self.type = type
        self.settings = settings
        self.subscriptions = subscriptions
        self.subscriptionMatches = subscriptionMatches
        self.featureSets = featureSets
        self.capabilities = capabilities
        self.definedAt = definedAt
        self.health = health
        self.endpoint = endpoint
        self.holdings = holdings
        self.holdingsUnit = holdingsUnit
        self.facts = facts
        self.jobsRunning = jobsRunning
        self.jobsTotal = jobsTotal
        self.rowsPerSecond = rowsPerSecond
    }
}
