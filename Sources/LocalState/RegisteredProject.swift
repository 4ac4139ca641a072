public import FeatureModel

/// A project as the registry keeps it.
public struct RegisteredProject: Sendable, Hashable, Codable {
    /// The name.
    public let name: ProjectName
    /// When it was created.
    public let createdAt: Timestamp
    /// When it was archived; nil while it is in use.
    public var archivedAt: Timestamp?

    /// Makes a record.
    public init(name: ProjectName, createdAt: Timestamp, archivedAt: Timestamp? = nil) {
        self.name = name
        self.createdAt = createdAt
        self.archivedAt = archivedAt
    }
}
