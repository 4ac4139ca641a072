public import FeatureModel

/// Whose plug is called: what layers say in errors and count under.
public struct PlugOwner: Sendable, Hashable {
    /// The connector's type name.
    public let connector: String
    /// The store's name; nil for a source.
    public let store: StoreName?

    /// Makes an owner.
    public init(connector: String, store: StoreName? = nil) {
        self.connector = connector
        self.store = store
    }

    /// A call of one of its plugs.
    public func call(_ operation: StoreCall.Operation, items: Int = 0, patience: Duration = .zero) -> StoreCall {
        StoreCall(connector: connector, store: store, operation: operation, items: items, patience: patience)
    }
}
