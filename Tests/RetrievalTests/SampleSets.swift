import FeatureModel
import Retrieval

/// Two feature sets of the tests: one keyed by an airport, one by an airport and a carrier.
enum SampleSets {
    static let weather = FeatureSet(
        reference: FeatureSetReference(project: "nyc", name: "weather"),
        entities: [Entity(name: "origin", type: .string)],
        features: [
            Feature(name: "temp", type: .double), Feature(name: "wind", type: .int64),
        ], maxAgeSeconds: 7_200)

    static let delays = FeatureSet(
        reference: FeatureSetReference(project: "nyc", name: "delays"),
        entities: [Entity(name: "origin", type: .string), Entity(name: "carrier", type: .string)],
        features: [Feature(name: "mean", type: .double)], maxAgeSeconds: 21_600)

    static func selection(_ text: String) -> FeatureSelection? {
        guard let reference = FeatureReference(text) else { return nil }
        for set in [weather, delays] {
            guard reference.featureSet == nil || reference.featureSet == set.reference.name else { continue }
            if let place = set.index(ofFeature: reference.feature) {
                return FeatureSelection(asked: reference, featureSet: set, feature: place)
            }
        }
        return nil
    }

    static func selections(_ texts: String...) -> [FeatureSelection] { texts.compactMap(selection) }
}
