import FeatureModel

/// A stored store held against a new document. The order of subscriptions does not count.
struct StoreComparison {
    let stored: StoreDefinition
    let document: StoreDefinition
    let secretKeys: Set<String>

    var changes: [String] {
        (stored.type == document.type ? [] : ["type \(stored.type) → \(document.type)"])
            + settingChanges + subscriptionChanges
    }

    private var settingChanges: [String] {
        Set(stored.config.keys).union(document.config.keys).sorted().compactMap { key in
            let (old, new) = (stored.config[key], document.config[key])
            if old == new { return nil }
            if secretKeys.contains(key) { return "setting \(key) changed" }
            return "setting \(key) \(old ?? "unset") → \(new ?? "unset")"
        }
    }

    private var subscriptionChanges: [String] {
        let (old, new) = (Set(stored.subscriptions), Set(document.subscriptions))
        return new.subtracting(old).map(\.description).sorted().map { "subscription \($0) added" }
            + old.subtracting(new).map(\.description).sorted().map { "subscription \($0) removed" }
    }
}
