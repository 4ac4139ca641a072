public import FeatureModel

/// The selections of one feature set: what is asked of a store in one request.
public struct SelectionGroup: Sendable, Hashable {
    /// The feature set.
    public let featureSet: FeatureSet
    /// The features, as places in ``FeatureSet/features``, in the order asked.
    public let features: [Int]
    /// For each of ``features``, the place of its selection in the question.
    public let places: [Int]

    /// Groups selections by feature set, in the order in which the sets are first named.
    public static func groups(of selections: [FeatureSelection]) -> [SelectionGroup] {
        var order: [FeatureSetReference] = []
        var members: [FeatureSetReference: [Int]] = [:]
        for (place, selection) in selections.enumerated() {
            let reference = selection.featureSet.reference
            if members[reference] == nil { order.append(reference) }
            members[reference, default: []].append(place)
        }
        return order.compactMap { reference in
            guard let places = members[reference], let first = places.first else { return nil }
            return SelectionGroup(
                featureSet: selections[first].featureSet, features: places.map { selections[$0].feature },
                places: places)
        }
    }
}
