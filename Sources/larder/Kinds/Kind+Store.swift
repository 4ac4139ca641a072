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
                    return subscriptions.map(Self.pattern).joined(separator: ",")
                },
                ListingColumn("capabilities", "CAPABILITIES"),
            ],
            fields: Self.fields)
    }

    private static func pattern(_ value: OutputValue) -> String {
        let text = ["project", "name"].map { ListingColumn.plain(value[$0] ?? .null) }.joined(separator: ":")
        return value["exclude"] == .bool(true) ? text + ":exclude" : text
    }

    private static var fields: [KindField<StoreSummary>] {
        [
            .text("name") { $0.name.rawValue }, .text("type") { $0.type },
            .field("config", .map(.text)) { store in
                .object(store.settings.filter { !$0.isDefault }.map { OutputField($0.key, .string($0.value)) })
            },
            .field("subscriptions", .list(.object(subscriptionShape))) { .list($0.subscriptions.map(subscription)) },
            .texts("featureSets") { $0.featureSets.map(\.description) }, .texts("capabilities") { $0.capabilities },
            .field("health", .object(healthShape)) { health($0.health) },
            .optionalText("definedAt") { $0.definedAt }, .optionalText("endpoint") { $0.endpoint },
        ]
    }

    private static var subscriptionShape: [FieldShape] {
        [FieldShape("project", .text), FieldShape("name", .text), FieldShape("exclude", .flag)]
    }

    private static func subscription(_ subscription: Subscription) -> OutputValue {
        .object([
            OutputField("project", .string(subscription.project)), OutputField("name", .string(subscription.name)),
            OutputField("exclude", .bool(subscription.exclude)),
        ])
    }

    private static var healthShape: [FieldShape] {
        [
            FieldShape("state", .choice(HealthState.allCases.map(\.rawValue))),
            FieldShape("latencyMs", .optional(.number)), FieldShape("error", .optional(.text)),
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
