import FeatureModel
import Operations

/// A subscription in a store's view.
struct SubscriptionRow: Identifiable, Equatable, Sendable {
    /// Its place in the definition.
    let id: Int
    let subscription: Subscription
    /// How many feature sets its patterns match.
    let matches: Int

    /// The subscriptions of a store.
    static func rows(of store: StoreSummary) -> [SubscriptionRow] {
        store.subscriptions.enumerated().map { place, subscription in
            let matches = store.subscriptionMatches.indices.contains(place) ? store.subscriptionMatches[place] : 0
            return SubscriptionRow(id: place, subscription: subscription, matches: matches)
        }
    }
}
