public import FeatureModel

/// What one store's job needs to know of the registry: a snapshot, taken anew for every batch.
public struct IngestionPlan: Sendable, Equatable {
    /// The project that references without one belong to.
    public let defaultProject: ProjectName
    /// Every registered feature set, those of archived projects included: their ingestion goes on.
    public let featureSets: [FeatureSetReference: FeatureSet]
    /// Those that the store subscribes to; rows of the others are ignored.
    public let subscribed: Set<FeatureSetReference>

    /// Makes a plan.
    public init(
        defaultProject: ProjectName, featureSets: [FeatureSetReference: FeatureSet],
        subscribed: Set<FeatureSetReference>
    ) {
        self.defaultProject = defaultProject
        self.featureSets = featureSets
        self.subscribed = subscribed
    }

    /// Makes the plan of a store from the registry's feature sets.
    public init(defaultProject: ProjectName, featureSets: some Sequence<FeatureSet>, store: StoreDefinition) {
        let known = Dictionary(featureSets.map { ($0.reference, $0) }) { first, _ in first }
        self.init(
            defaultProject: defaultProject, featureSets: known,
            subscribed: Set(known.keys.filter { store.subscribes(to: $0) }))
    }
}
