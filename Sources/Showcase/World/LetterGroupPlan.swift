import FeatureModel

/// The dead letters of one group, as planned.
struct LetterGroupPlan: Sendable {
    let reason: DeadLetterReason
    let featureSet: FeatureSetReference
    let store: StoreName
    let job: JobID
    let count: Int64
    let transform: String
    /// How long ago the first and the last came.
    let firstAgo: Int64
    let lastAgo: Int64

    /// The groups of the usual world: 1,226 letters.
    static let all: [LetterGroupPlan] = [
        LetterGroupPlan(
            reason: .wrongType, featureSet: FeatureSetReference(project: "risk", name: "card_txn"),
            store: "redis-online", job: "ing-7f3a", count: 1_204, transform: "validate", firstAgo: 1_930, lastAgo: 741),
        LetterGroupPlan(
            reason: .missingEntity, featureSet: FeatureSetReference(project: "fraud", name: "graph_hops"),
            store: "redis-online", job: "ing-0aa4", count: 17, transform: "validate", firstAgo: 61_200, lastAgo: 310),
        LetterGroupPlan(
            reason: .storeFailed, featureSet: FeatureSetReference(project: "risk", name: "merchant_daily"),
            store: "redis-online", job: "ing-91c0", count: 3, transform: "write", firstAgo: 2_511, lastAgo: 2_466),
        LetterGroupPlan(
            reason: .badTimestamp, featureSet: FeatureSetReference(project: "core", name: "address_hist"),
            store: "redis-eu", job: "ing-19d2", count: 2, transform: "validate", firstAgo: 86_310, lastAgo: 86_305),
    ]
}
