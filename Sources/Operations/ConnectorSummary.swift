/// A connector's card as a door shows it.
public struct ConnectorSummary: Sendable, Hashable {
    /// One setting.
    public struct Setting: Sendable, Hashable {
        /// The key.
        public let key: String
        /// What its text must look like.
        public let kind: String
        /// What counts when it is not set.
        public let defaultValue: String?
        /// True when it must be set.
        public let isRequired: Bool
        /// True when its value is never shown.
        public let isSecret: Bool
        /// What it is for.
        public let documentation: String

        /// Makes a setting.
        public init(
            key: String, kind: String, defaultValue: String?, isRequired: Bool, isSecret: Bool, documentation: String
        ) {
            self.key = key
            self.kind = kind
            self.defaultValue = defaultValue
            self.isRequired = isRequired
            self.isSecret = isSecret
            self.documentation = documentation
        }
    }

    /// The type's name.
    public let type: String
    /// What it is, in one line.
    public let summary: String
    /// What it can do.
    public let capabilities: [String]
    /// Its settings.
    public let settings: [Setting]
    /// What to know besides.
    public let remarks: [String]

    /// Makes a summary.
    public init(type: String, summary: String, capabilities: [String], settings: [Setting], remarks: [String]) {
        self.type = type
        self.summary = summary
        self.capabilities = capabilities
        self.settings = settings
        self.remarks = remarks
    }
}
