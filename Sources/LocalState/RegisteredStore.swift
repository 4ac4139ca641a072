public import FeatureModel

/// A store that was registered with `stores apply`; stores of `larder.yaml` are not kept here.
public struct RegisteredStore: Sendable, Hashable {
    /// The definition. Secret settings stand as `${VAR}` text, never as their value.
    public var definition: StoreDefinition
    /// The keys of its settings that are secret.
    public var secretKeys: Set<String>
    /// When it was registered.
    public let createdAt: Timestamp
    /// When it was changed last.
    public var updatedAt: Timestamp

    /// Makes a record.
    public init(definition: StoreDefinition, secretKeys: Set<String>, createdAt: Timestamp, updatedAt: Timestamp) {
        self.definition = definition
        self.secretKeys = secretKeys
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
