import Operations

/// The connector cards that the showcase has: enough to make forms and lists of.
enum ShowcaseConnectors {
    static let all: [ConnectorSummary] = [
        ConnectorSummary(
            type: "LOCAL", summary: "an embedded log in a local file: the source that needs no server",
            capabilities: ["source"],
            settings: [setting("path", "text", nil, "the file; in the state folder unless said")], remarks: []),
        ConnectorSummary(
            type: "REDIS", summary: "a Redis server: the newest row of every key",
            capabilities: ["ingestion", "online retrieval", "shared between hosts"],
            settings: [
                setting("host", "text", nil, "the server's name or address", isRequired: true),
                setting("port", "number", "6379", "the server's port"),
                setting("password", "text", nil, "the password", isSecret: true),
                setting("database", "number", "0", "the database's number"),
            ], remarks: ["Values never expire."]),
        ConnectorSummary(
            type: "SQLITE", summary: "an embedded store in a local file: online and historical; no server",
            capabilities: ["ingestion", "online retrieval", "historical retrieval", "dead letters"],
            settings: [setting("path", "text", nil, "the file", isRequired: true)], remarks: []),
    ]

    private static func setting(
        _ key: String, _ kind: String, _ standard: String?, _ text: String, isRequired: Bool = false,
        isSecret: Bool = false
    ) -> ConnectorSummary.Setting {
        ConnectorSummary.Setting(
            key: key, kind: kind, defaultValue: standard, isRequired: isRequired, isSecret: isSecret,
            documentation: text)
    }
}
