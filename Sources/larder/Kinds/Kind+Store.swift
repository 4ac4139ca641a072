import FeatureModel
import Operations

extension Kind where Thing == StoreSummary {
    /// A store (`stores list`, `stores get`).
    static var store: Kind {
        Kind(
            name: "Store", nameField: "name",
            columns: [
                ListingColumn("name", "NAME"), ListingColumn("type", "TYPE"),
                ListingColumn("health", "STATE") { ListingColumn.plain($0["health"]?["state"] ?? .null) },
                ListingColumn("featureSets", "SETS", isNumeric: true) { item in
                    if case .list(let sets)? = item["featureSets"] { "\(sets.count)" } else { "" }
                },
                ListingColumn("subscriptions", "SUBSCRIPTIONS") { item in
                    guard case .list(let subscriptions)? = item["subscriptions"] else { return "" }
                    return subscriptions.map(Self.subscription).joined(separator: ",")
                },
                ListingColumn("capabilities", "CAPABILITIES"),
            ],
            fields: Self.fields)
    }

    private static func subscription(_ value: OutputValue) -> String {
        let text = ["project", "name"].map { ListingColumn.plain(value[$0] ?? .null) }.joined(separator: ":")
        return value["exclude"] == .bool(true) ? text + ":exclude" : text
    }

    private static func fields(_ store: StoreSummary) -> [OutputField] {
        [
            OutputField("name", .string(store.name.rawValue)), OutputField("type", .string(store.type)),
            OutputField(
                "config",
                .object(store.settings.filter { !$0.isDefault }.map { OutputField($0.key, .string($0.value)) })),
            OutputField(
                "subscriptions",
                .list(
                    store.subscriptions.map { subscription in
                        .object([
                            OutputField("project", .string(subscription.project)),
                            OutputField("name", .string(subscription.name)),
                            OutputField("exclude", .bool(subscription.exclude)),
                        ])
                    })),
            OutputField("featureSets", .strings(store.featureSets.map(\.description))),
            OutputField("capabilities", .strings(store.capabilities)),
            OutputField("health", health(store.health)),
            OutputField("definedAt", .optional(store.definedAt)), OutputField("endpoint", .optional(store.endpoint)),
        ]
    }

    private static func health(_ health: EndpointHealth) -> OutputValue {
        .object([
            OutputField("state", .string(health.state.rawValue)),
            OutputField("latencyMs", .optional(health.latencyMilliseconds)),
            OutputField("error", .optional(health.error)),
        ])
    }
}
