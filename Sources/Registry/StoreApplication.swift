public import FeatureModel

/// What applying one store did, or would do.
public struct StoreApplication: Sendable, Hashable {
    /// The store as it is registered now (in a dry run: as it would be).
    public let store: StoreDefinition
    /// The kind of change.
    public let outcome: ApplyOutcome
    /// Every change in words; never with the value of a secret.
    public let changes: [String]

    /// Makes a result.
    public init(store: StoreDefinition, outcome: ApplyOutcome, changes: [String]) {
        self.store = store
        self.outcome = outcome
        self.changes = changes
    }
}
