public import FeatureModel

/// A store as a document defines it, with the places that messages name.
public struct ConfiguredStore: Sendable, Hashable {
    /// The definition.
    public let definition: StoreDefinition
    /// The file; nil for a store that no file defines.
    public let file: String?
    /// The line, from 1, on which it begins; nil for a store that no file defines.
    public let line: Int?
    /// Per key of ``FeatureModel/StoreDefinition/config``: where it stands. Empty for a store that no file defines.
    public let settings: [String: ConfiguredSetting]
    /// Per subscription, in their order: the line on which it stands. Empty for a store that no file defines.
    public let subscriptionLines: [Int]

    /// A store that no file defines.
    public init(_ definition: StoreDefinition) {
        self.init(definition: definition, file: nil, line: nil, settings: [:], subscriptionLines: [])
    }

    init(
        definition: StoreDefinition, file: String?, line: Int?, settings: [String: ConfiguredSetting],
        subscriptionLines: [Int]
    ) {
        self.definition = definition
        self.file = file
        self.line = line
        self.settings = settings
        self.subscriptionLines = subscriptionLines
    }

    /// Reads all stores of a file: one YAML document each, as an entry of `stores` in `larder.yaml` is written.
    ///
    /// - Parameters:
    ///   - text: the file's content.
    ///   - file: its name, for messages.
    ///   - environment: the variables that `${VAR}` may name.
    /// - Throws: at the first thing that is wrong; then nothing of the file counts.
    public static func read(
        _ text: String, file: String, environment: [String: String]
    ) throws(DocumentError) -> [ConfiguredStore] {
        let reader = StoreReader(variables: VariableExpansion(environment: environment))
        let stores = try reader.stores(DocumentParser.documents(text, file: file))
        guard !stores.isEmpty else { throw DocumentError(file: file, message: "there is no store in the file") }
        return stores
    }

    /// An error at one of the store's settings, or at the store where the setting is not there.
    public func error(atSetting key: String, message: String, hint: String? = nil) -> DocumentError {
        let setting = settings[key]
        return DocumentError(
            file: file ?? "the default configuration", line: setting?.line ?? line, column: setting?.column,
            key: "\(definition.name).config.\(key)", message: message, hint: hint)
    }
}
