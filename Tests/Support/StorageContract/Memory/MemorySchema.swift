import FeatureModel

/// The features of a feature set as they were when a row was written.
package final class MemorySchema: Sendable {
    let places: [String: Int]

    init(_ featureSet: FeatureSet) {
        places = Dictionary(uniqueKeysWithValues: featureSet.features.enumerated().map { ($1.name, $0) })
    }
}
