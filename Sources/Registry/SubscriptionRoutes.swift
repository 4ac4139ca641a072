public import FeatureModel

/// Which feature sets go into which stores. A set that several subscriptions of a store match goes in once; one that a
/// subscription excludes does not go in, whatever else matches it (spec sections 1.3 and 12).
public struct SubscriptionRoutes: Sendable, Hashable {
    /// The feature sets of each store, sorted; a store without any is there with an empty list.
    public let featureSetsByStore: [StoreName: [FeatureSetReference]]
    /// The stores of each feature set, in the order they were given; a set without any is there with an empty list.
    public let storesByFeatureSet: [FeatureSetReference: [StoreName]]
    /// What leads nowhere: sets in order of their references, then subscriptions in order of their stores.
    public let warnings: [RoutingWarning]

    /// Matches stores with feature sets.
    public init(stores: [StoreDefinition], featureSets: some Sequence<FeatureSetReference>) {
        let sets = Set(featureSets).sorted()
        var bySet = Dictionary(sets.map { ($0, [StoreName]()) }) { first, _ in first }
        var byStore: [StoreName: [FeatureSetReference]] = [:]
        for store in stores {
            let matched = sets.filter(store.subscribes(to:))
            byStore[store.name] = matched
            for set in matched { bySet[set]?.append(store.name) }
        }
        featureSetsByStore = byStore
        storesByFeatureSet = bySet
        warnings =
            sets.filter { bySet[$0]?.isEmpty ?? true }.map { .setWithoutSubscriber($0) }
            + stores.flatMap { store in
                store.subscriptions.filter { subscription in !sets.contains(where: subscription.matches) }
                    .map { .subscriptionMatchesNothing(store.name, $0) }
            }
    }
}
