public import FeatureModel

/// What a door needs to know of the workspace it opened.
public struct WorkspaceSummary: Sendable, Hashable {
    /// The name shown in the header: the folder's last part.
    public let name: String
    /// The folder, absolute.
    public let directory: String
    /// The configuration file; nil when there is none and the defaults count.
    public let configurationPath: String?
    /// The project that references without one belong to.
    public let defaultProject: ProjectName
    /// True when nothing may be changed.
    public let isReadOnly: Bool
    /// Replaces the clock in judging freshness, and nothing else.
    public var asOf: Timestamp?

    /// Makes a summary.
    public init(
        name: String, directory: String, configurationPath: String?, defaultProject: ProjectName, isReadOnly: Bool,
        asOf: Timestamp?
    ) {
        self.name = name
        self.directory = directory
        self.configurationPath = configurationPath
        self.defaultProject = defaultProject
        self.isReadOnly = isReadOnly
        self.asOf = asOf
    }
}
