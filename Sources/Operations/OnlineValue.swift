public import FeatureModel

/// One online value, and what is to be said about it.
public struct OnlineValue: Sendable, Hashable {
    /// The key's entities, in the order of the feature set.
    public let entities: [NamedValue]
    /// The feature, in full: project, feature set and name.
    public let feature: FeatureReference
    /// Its type.
    public let type: ValueType
    /// What the store holds; nil is null, or nothing.
    public let value: FeatureValue?
    /// What the serving rule makes of it.
    public let state: OnlineState
    /// When it was true; nil where the row carries no time or there is no row.
    public let eventTimestamp: Timestamp?
    /// When the source accepted it; nil where the store does not keep it.
    public let createdTimestamp: Timestamp?
    /// Whole seconds from the event to the time asked for, negative for a row from the future; nil without a time.
    public let ageSeconds: Int64?
    /// The feature set's max age; nil for none.
    public let maxAgeSeconds: Int64?
    /// What a client would receive: null unless the state is `present`.
    public let served: FeatureValue?
    /// The store that answered.
    public let store: StoreName

    /// Makes a value.
    public init(
        entities: [NamedValue], feature: FeatureReference, type: ValueType, value: FeatureValue?, state: OnlineState,
        eventTimestamp: Timestamp?, createdTimestamp: Timestamp?, ageSeconds: Int64?, maxAgeSeconds: Int64?,
        served: FeatureValue?, store: StoreName
    ) {
        self.entities = entities
        self.feature = feature
        self.type = type
        self.value = value
        self.state = state
        self.eventTimestamp = eventTimestamp
        self.createdTimestamp = createdTimestamp
        self.ageSeconds = ageSeconds
        self.maxAgeSeconds = maxAgeSeconds
        self.served = served
        self.store = store
    }
}
