public import FeatureModel

/// What a door may ask about feature sets.
public struct FeatureSetOperations: Sendable {
    /// All feature sets of projects that are not archived, by name; of one project when it is given.
    public var list: @Sendable (ProjectName?) async throws(OperationError) -> [FeatureSetSummary]
    /// One feature set.
    public var get: @Sendable (FeatureSetReference) async throws(OperationError) -> FeatureSetSummary
    /// Applies YAML documents, all or nothing; with `dryRun` only says what would change.
    public var apply:
        @Sendable (_ yaml: String, _ path: String, _ dryRun: Bool) async throws(OperationError) -> [ApplyOutcome]
    /// The definition as the YAML document that would apply it.
    public var document: @Sendable (FeatureSetReference) async throws(OperationError) -> String

    /// Makes the operations.
    public init(
        list: @escaping @Sendable (ProjectName?) async throws(OperationError) -> [FeatureSetSummary],
        get: @escaping @Sendable (FeatureSetReference) async throws(OperationError) -> FeatureSetSummary,
        apply: @escaping @Sendable (String, String, Bool) async throws(OperationError) -> [ApplyOutcome],
        document: @escaping @Sendable (FeatureSetReference) async throws(OperationError) -> String
    ) {
        self.list = list
        self.get = get
        self.apply = apply
        self.document = document
    }
}
