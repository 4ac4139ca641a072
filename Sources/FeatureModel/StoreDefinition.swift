/// A store: its type, its settings as a map of strings, and what it subscribes to.
public struct StoreDefinition: Sendable, Hashable, Codable {
    /// The name, unique in a workspace.
    public let name: StoreName
    /// The type name of a connector, such as `REDIS`.
    public let type: String
    /// The settings; which there are, the connector's card says. May hold secrets: never print it, ask the card's
    /// settings which of them to mask.
    public let config: [String: String]
    /// Which feature sets go into it.
    public let subscriptions: [Subscription]

    /// Makes a definition.
    public init(name: StoreName, type: String, config: [String: String] = [:], subscriptions: [Subscription] = []) {
        self.name = name
        self.type = type
        self.config = config
        self.subscriptions = subscriptions
    }

    /// True when one subscription includes the feature set and none excludes it (spec section 1.3, evaluator 3).
    public func subscribes(to featureSet: FeatureSetReference) -> Bool {
        let matching = subscriptions.filter { $0.matches(featureSet) }
        return !matching.isEmpty && matching.allSatisfy { !$0.exclude }
    }
}
