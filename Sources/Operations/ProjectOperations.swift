public import FeatureModel

/// What a door may ask about projects.
public struct ProjectOperations: Sendable {
    /// All projects that are not archived, by name.
    public var list: @Sendable () async throws(OperationError) -> [ProjectSummary]
    /// Makes a project; one that exists is refused.
    public var create: @Sendable (ProjectName) async throws(OperationError) -> Void
    /// Archives a project: it vanishes from lists and takes no applies; ingestion and retrieval go on.
    public var archive: @Sendable (ProjectName) async throws(OperationError) -> Void

    /// Makes the operations.
    public init(
        list: @escaping @Sendable () async throws(OperationError) -> [ProjectSummary],
        create: @escaping @Sendable (ProjectName) async throws(OperationError) -> Void,
        archive: @escaping @Sendable (ProjectName) async throws(OperationError) -> Void
    ) {
        self.list = list
        self.create = create
        self.archive = archive
    }
}
