/// A feature set as the registry keeps it.
public struct RegisteredFeatureSet: Sendable, Hashable, Codable {
    /// What was applied last.
    public var definition: FeatureSet
    /// Where it stands.
    public var status: FeatureSetStatus
    /// When it was applied first.
    public let createdAt: Timestamp
    /// When it was changed last.
    public var updatedAt: Timestamp
    /// Features that were removed: their names are taken for ever, their columns stay in the stores.
    public var archivedFeatures: [Feature]

    /// Makes a record.
    public init(
        definition: FeatureSet, status: FeatureSetStatus, createdAt: Timestamp, updatedAt: Timestamp,
        archivedFeatures: [Feature] = []
    ) {
        self.definition = definition
        self.status = status
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.archivedFeatures = archivedFeatures
    }
}
