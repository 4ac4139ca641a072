import FeatureModel

/// A row of the groups of dead letters.
struct LetterGroupRow: Identifiable, Equatable, Sendable {
    let group: DeadLetterGroup

    var id: [String] {
        [group.reason.rawValue, group.featureSet?.description ?? "", group.store?.rawValue ?? ""]
    }
}
