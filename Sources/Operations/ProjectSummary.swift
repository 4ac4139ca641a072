public import FeatureModel

/// A project that is not archived.
public struct ProjectSummary: Sendable, Hashable {
    /// The name.
    public let name: ProjectName
    /// How many feature sets it has.
    public let featureSets: Int
    /// When it was created.
    public let createdAt: Timestamp

    /// Makes a summary.
    public init(name: ProjectName, featureSets: Int, createdAt: Timestamp) {
        self.name = name
        self.featureSets = featureSets
        self.createdAt = createdAt
    }
}
