public import FeatureModel

/// What a door may ask about online values.
public struct OnlineOperations: Sendable {
    /// Reads values with their states.
    public var get: @Sendable (OnlineQuery) async throws(OperationError) -> OnlineAnswer
    /// Explains one value: one key and one feature.
    public var why: @Sendable (OnlineQuery) async throws(OperationError) -> WhyAnswer
    /// The store that would be asked about a feature set, and those that could be.
    public var stores: @Sendable (FeatureSetReference) async throws(OperationError) -> [StoreName]

    /// Makes the operations.
    public init(
        get: @escaping @Sendable (OnlineQuery) async throws(OperationError) -> OnlineAnswer,
        why: @escaping @Sendable (OnlineQuery) async throws(OperationError) -> WhyAnswer,
        stores: @escaping @Sendable (FeatureSetReference) async throws(OperationError) -> [StoreName]
    ) {
        self.get = get
        self.why = why
        self.stores = stores
    }
}
