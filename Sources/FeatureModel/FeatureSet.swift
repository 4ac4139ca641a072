/// The definition of a feature set: what `larder feature-sets apply` takes and the registry keeps.
public struct FeatureSet: Sendable, Hashable, Codable {
    /// Project and name.
    public let reference: FeatureSetReference
    /// The parts of its key, in the order of the document. At least one.
    public let entities: [Entity]
    /// Its features, in the order of the document, without those that were removed.
    public let features: [Feature]
    /// Whole seconds after which a value is too old; nil (unset or zero) means never.
    public let maxAgeSeconds: Int64?
    /// Where its rows come from; nil until the registry has filled in the default source.
    public var source: SourceDefinition?
    /// Free labels.
    public let labels: [String: String]

    /// Makes a definition; a max age of zero or less becomes nil.
    public init(
        reference: FeatureSetReference, entities: [Entity], features: [Feature], maxAgeSeconds: Int64? = nil,
        source: SourceDefinition? = nil, labels: [String: String] = [:]
    ) {
        self.reference = reference
        self.entities = entities
        self.features = features
        self.maxAgeSeconds = maxAgeSeconds.flatMap { $0 > 0 ? $0 : nil }
        self.source = source
        self.labels = labels
    }

    /// The entities in ascending order of their names: the order of every ``EntityKey`` of this set.
    public var keyEntities: [Entity] { entities.sorted { $0.name < $1.name } }

    /// The place of a feature in ``features``.
    public func index(ofFeature name: String) -> Int? { features.firstIndex { $0.name == name } }
}
