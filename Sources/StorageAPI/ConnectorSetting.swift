/// One setting of a connector: what the form on screen, the configuration check and the documentation are made from.
public struct ConnectorSetting: Sendable, Hashable {
    /// What the text of a setting must look like.
    public enum Kind: Sendable, Hashable {
        /// Any text.
        case text
        /// A whole number within bounds.
        case integer(ClosedRange<Int>)
        /// `true` or `false`.
        case boolean
        /// One of these words.
        case choice([String])
        /// A file; relative ones are relative to the workspace.
        case path

        /// The kind in a word or two, for tables and messages.
        public var name: String {
            switch self {
            case .text: "text"
            case .integer(let range): "integer \(range.lowerBound)…\(range.upperBound)"
            case .boolean: "boolean"
            case .choice(let words): words.joined(separator: " | ")
            case .path: "path"
            }
        }
    }

    /// The key in the configuration, in snake case.
    public let key: String
    /// What its text must look like.
    public let kind: Kind
    /// What counts when it is not set; nil for nothing.
    public let defaultValue: String?
    /// True when it must be set.
    public let isRequired: Bool
    /// True when its value must never be shown.
    public let isSecret: Bool
    /// What it is for, in a sentence.
    public let documentation: String

    /// Makes a setting.
    public init(
        _ key: String, _ kind: Kind, defaultValue: String? = nil, isRequired: Bool = false, isSecret: Bool = false,
        documentation: String
    ) {
        self.key = key
        self.kind = kind
        self.defaultValue = defaultValue
        self.isRequired = isRequired
        self.isSecret = isSecret
        self.documentation = documentation
    }
}
