public import FeatureModel

/// What a door may ask about stores.
public struct StoreOperations: Sendable {
    /// All stores in the order of the configuration, then those of the registry. Uses the last known health.
    public var list: @Sendable () async throws(OperationError) -> [StoreSummary]
    /// One store.
    public var get: @Sendable (StoreName) async throws(OperationError) -> StoreSummary
    /// Applies YAML documents of stores, all or nothing. Stores of the configuration file are refused, naming its line.
    public var apply:
        @Sendable (_ yaml: String, _ path: String, _ dryRun: Bool) async throws(OperationError) -> [ApplyOutcome]
    /// Removes a store from the registry; what it holds stays where it is.
    public var delete: @Sendable (StoreName) async throws(OperationError) -> Void
    /// Connects now, measures latency, proves a write and a read where allowed.
    public var check: @Sendable (StoreName) async throws(OperationError) -> StoreCheck
    /// The health of every store and source, most troubled first; asks those whose last answer is old.
    public var health: @Sendable () async -> [NamedHealth]

    /// Makes the operations.
    public init(
        list: @escaping @Sendable () async throws(OperationError) -> [StoreSummary],
        get: @escaping @Sendable (StoreName) async throws(OperationError) -> StoreSummary,
        apply: @escaping @Sendable (String, String, Bool) async throws(OperationError) -> [ApplyOutcome],
        delete: @escaping @Sendable (StoreName) async throws(OperationError) -> Void,
        check: @escaping @Sendable (StoreName) async throws(OperationError) -> StoreCheck,
        health: @escaping @Sendable () async -> [NamedHealth]
    ) {
        self.list = list
        self.get = get
        self.apply = apply
        self.delete = delete
        self.check = check
        self.health = health
    }
}
