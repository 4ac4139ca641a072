import FeatureModel
import Operations

/// A store in the forms that can be copied and looked at raw. Secrets are masked by the service layer already.
enum StoreDocument {
    /// As YAML, the way `larder stores apply` takes it; settings that nobody set are remarks.
    static func yaml(_ store: StoreSummary) -> String {
        var lines = ["name: \(store.name)", "type: \(store.type)", "config:"]
        lines += store.settings.map { setting in
            setting.isDefault ? "  # \(setting.key): \(setting.value)" : "  \(setting.key): \(quoted(setting.value))"
        }
        lines.append("subscriptions:")
        lines += store.subscriptions.flatMap { subscription -> [String] in
            let head = ["  - project: \"\(subscription.project)\"", "    name: \"\(subscription.name)\""]
            return head + (subscription.exclude ? ["    exclude: true"] : [])
        }
        if let place = store.definedAt { lines.insert("# defined in \(place)", at: 0) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// As JSON, as `larder stores get -o json` writes it.
    static func json(_ store: StoreSummary) -> JSONText {
        .object([
            ("kind", .text("Store")), ("name", .text(store.name.rawValue)), ("type", .text(store.type)),
            ("config", .object(store.settings.map { ($0.key, .text($0.value)) })),
            ("subscriptions", .list(store.subscriptions.map(json))),
            ("featureSets", .list(store.featureSets.map { .text($0.description) })),
            ("capabilities", .list(store.capabilities.map { .text($0) })),
            (
                "health",
                .object([
                    ("state", .text(store.health.state.rawValue)),
                    ("latencyMs", store.health.latencyMilliseconds.map { .number("\($0)") } ?? .null),
                    ("error", .optional(store.health.error)),
                ])
            ),
        ])
    }

    private static func json(_ subscription: Subscription) -> JSONText {
        .object([
            ("project", .text(subscription.project)), ("name", .text(subscription.name)),
            ("exclude", .bool(subscription.exclude)),
        ])
    }

    private static func quoted(_ value: String) -> String {
        let isPlain = !value.isEmpty && value.allSatisfy { $0.isLetter || $0.isNumber || "._-/•".contains($0) }
        return isPlain ? value : "\"\(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
