public import FeatureModel

/// The default source as the configuration defines it, with the places that messages name.
public struct ConfiguredSource: Sendable, Hashable {
    /// The definition with the variables' values.
    public let used: SourceDefinition
    /// The definition as it may be written down elsewhere, with `${VAR}` as in the file.
    public let kept: SourceDefinition
    /// The line, from 1; nil where no file defines it.
    public let line: Int?
    /// Per key of the definitions' `config`: where it stands.
    public let settings: [String: ConfiguredSetting]

    /// A source that no file defines.
    public init(_ definition: SourceDefinition) {
        self.init(used: definition, kept: definition, line: nil, settings: [:])
    }

    /// A source that was defined elsewhere.
    ///
    /// - Parameters:
    ///   - used: with the variables' values.
    ///   - kept: with `${VAR}` as written.
    public init(used: SourceDefinition, kept: SourceDefinition) {
        self.init(used: used, kept: kept, line: nil, settings: [:])
    }

    init(used: SourceDefinition, kept: SourceDefinition, line: Int?, settings: [String: ConfiguredSetting]) {
        self.used = used
        self.kept = kept
        self.line = line
        self.settings = settings
    }
}
