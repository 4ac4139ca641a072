import Operations

extension Kind where Thing == ConnectorSummary {
    /// A connector's card (`connectors list`, `connectors get`).
    static var connector: Kind {
        Kind(
            name: "Connector", nameField: "type",
            columns: [
                ListingColumn("type", "TYPE"), ListingColumn("summary", "SUMMARY"),
                ListingColumn("capabilities", "CAPABILITIES"),
            ],
            fields: [
                .text("type") { $0.type }, .text("summary") { $0.summary },
                .texts("capabilities") { $0.capabilities },
                .field("settings", .list(settingShape)) { .list($0.settings.map(setting)) },
                .texts("remarks") { $0.remarks },
            ])
    }

    private static var settingShape: ValueShape {
        .object([
            FieldShape("key", .text), FieldShape("kind", .text), FieldShape("default", .optional(.text)),
            FieldShape("required", .flag), FieldShape("secret", .flag), FieldShape("documentation", .text),
        ])
    }

    private static func setting(_ setting: ConnectorSummary.Setting) -> OutputValue {
        .object([
            OutputField("key", .string(setting.key)), OutputField("kind", .string(setting.kind)),
            OutputField("default", .optional(setting.defaultValue)), OutputField("required", .bool(setting.isRequired)),
            OutputField("secret", .bool(setting.isSecret)),
            OutputField("documentation", .string(setting.documentation)),
        ])
    }
}
