public import FeatureModel

/// A question for online values.
public struct OnlineQuery: Sendable, Hashable {
    /// The keys, each as entity names and values as text; converted by each feature set's types. Duplicates are allowed.
    public let keys: [[EntityText]]
    /// The features wanted, in the order wanted; wildcards allowed.
    public let features: [FeatureReference]
    /// The store to ask; nil for the first that subscribes and can.
    public let store: StoreName?
    /// Judges freshness as of this time; nil for the workspace's `as_of`, or now.
    public let at: Timestamp?

    /// One entity of a key, as typed.
    public struct EntityText: Sendable, Hashable {
        /// The entity's name.
        public let name: String
        /// The value as text.
        public let text: String

        /// Makes a pair.
        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// Makes a question.
    public init(keys: [[EntityText]], features: [FeatureReference], store: StoreName? = nil, at: Timestamp? = nil) {
        self.keys = keys
        self.features = features
        self.store = store
        self.at = at
    }
}
