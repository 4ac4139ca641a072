import Documents
import FeatureModel
import Operations

/// What counts in a workspace: its configuration with the defaults.
struct ConfigurationPicture: Sendable {
    let workspace: WorkspaceSummary
    let configuration: WorkspaceConfiguration
    let stateDirectory: String
    let stores: [StoreSummary]
}

extension Kind where Thing == ConfigurationPicture {
    /// The configuration (`config show`); its settings are named as in `larder.yaml`.
    static var configuration: Kind {
        Kind(
            name: "Configuration", nameField: "workspace",
            fields: [
                .text("workspace") { $0.workspace.directory },
                .optionalText("file") { $0.workspace.configurationPath }, .text("state") { $0.stateDirectory },
                .text("project") { $0.workspace.defaultProject.rawValue }, .text("theme") { $0.configuration.theme },
                .text("glyphs") { $0.configuration.glyphs.rawValue }, .flag("mouse") { $0.configuration.isMouseOn },
                .number("refresh") { $0.configuration.refreshSeconds },
                .flag("read_only") { $0.workspace.isReadOnly }, .optionalTime("as_of") { $0.workspace.asOf },
                .field("source", .object([FieldShape("type", .text)])) { picture in
                    .object([OutputField("type", .string(picture.configuration.source.kept.type))])
                },
                .field("metrics", .object(metricsShape)) { metrics($0.configuration.metrics) },
                .field("stores", .list(.object(storeShape))) { .list($0.stores.map(store)) },
            ])
    }

    private static var metricsShape: [FieldShape] {
        [FieldShape("type", .text), FieldShape("host", .optional(.text)), FieldShape("port", .optional(.integer))]
    }

    private static func metrics(_ metrics: ConfiguredMetrics) -> OutputValue {
        let (type, host, port): (String, String?, Int?) =
            switch metrics {
            case .none: ("none", nil, nil)
            case .statsD(let host, let port): ("statsd", host, port)
            }
        return .object([
            OutputField("type", .string(type)), OutputField("host", .optional(host)),
            OutputField("port", .optional(port.map(Int64.init))),
        ])
    }

    private static var storeShape: [FieldShape] {
        [
            FieldShape("name", .text), FieldShape("type", .text), FieldShape("definedAt", .optional(.text)),
            FieldShape("config", .map(.text)), FieldShape("subscriptions", .list(.text)),
        ]
    }

    private static func store(_ store: StoreSummary) -> OutputValue {
        .object([
            OutputField("name", .string(store.name.rawValue)), OutputField("type", .string(store.type)),
            OutputField("definedAt", .optional(store.definedAt)),
            OutputField("config", .object(store.settings.map { OutputField($0.key, .string($0.value)) })),
            OutputField("subscriptions", .strings(store.subscriptions.map(\.description))),
        ])
    }
}
