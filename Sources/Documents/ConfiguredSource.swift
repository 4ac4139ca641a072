public import FeatureModel

/// The default source as the configuration defines it, with the places that messages name.
public struct ConfiguredSource: Sendable, Hashable {
    /// The definition.
    public let definition: SourceDefinition
    /// The line, from 1; nil where no file defines it.
    public let line: Int?
    /// Per key of ``FeatureModel/SourceDefinition/config``: where it stands.
    public let settings: [String: ConfiguredSetting]

    /// A source that no file defines.
    public init(_ definition: SourceDefinition) {
        self.init(definition: definition, line: nil, settings: [:])
    }

    init(definition: SourceDefinition, line: Int?, settings: [String: ConfiguredSetting]) {
        self.definition = definition
        self.line = line
        self.settings = settings
    }
}
