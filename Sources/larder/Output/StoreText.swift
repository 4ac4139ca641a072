import FeatureModel
import Operations
import TextCanvas

/// A store as a person reads it.
enum StoreText {
    static func write(_ store: StoreSummary) -> String {
        var facts: [(name: String, value: String)] = [
            ("name", store.name.rawValue), ("type", store.type), ("state", state(store.health)),
        ]
        if let endpoint = store.endpoint { facts.append(("endpoint", endpoint)) }
        if let count = store.holdings { facts.append(("holds", "\(count) \(store.holdingsUnit ?? "")")) }
        if let place = store.definedAt { facts.append(("defined in", place)) }
        facts.append(("capabilities", store.capabilities.joined(separator: ", ")))
        facts += store.settings.map { ("  \($0.key)", $0.value + ($0.isDefault ? "  (default)" : "")) }
        facts += zip(store.subscriptions, store.subscriptionMatches).map { subscription, matches in
            ("subscription", "\(subscription)  matches \(matches)")
        }
        facts += store.featureSets.map { ("feature set", $0.description) }
        facts += store.facts.map { ("  \($0.key)", $0.value) }
        return FactLines.write(facts)
    }

    private static func state(_ health: EndpointHealth) -> String {
        let latency = health.latencyMilliseconds.map { "  \(rounded($0)) ms" } ?? ""
        return health.state.rawValue + latency + (health.error.map { "  \($0)" } ?? "")
    }

    /// Milliseconds with one decimal.
    static func rounded(_ milliseconds: Double) -> String { "\((milliseconds * 10).rounded() / 10)" }
}
