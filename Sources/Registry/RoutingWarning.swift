public import FeatureModel

/// A broken edge between feature sets and stores.
public enum RoutingWarning: Sendable, Hashable, CustomStringConvertible {
    /// No store takes the feature set's rows.
    case setWithoutSubscriber(FeatureSetReference)
    /// The subscription matches no feature set.
    case subscriptionMatchesNothing(StoreName, Subscription)

    /// The warning in one sentence.
    public var description: String {
        switch self {
        case .setWithoutSubscriber(let set): "no store subscribes to feature set \(set)"
        case .subscriptionMatchesNothing(let store, let subscription):
            "subscription \(subscription) of store \(store) matches no feature set"
        }
    }
}
