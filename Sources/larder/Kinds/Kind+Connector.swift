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
            fields: { connector in
                [
                    OutputField("type", .string(connector.type)), OutputField("summary", .string(connector.summary)),
                    OutputField("capabilities", .strings(connector.capabilities)),
                    OutputField("settings", .list(connector.settings.map(setting))),
                    OutputField("remarks", .strings(connector.remarks)),
                ]
            })
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
