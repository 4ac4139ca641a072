package import FeatureModel

/// The features of a feature set as they were when a row was written.
package final class MemorySchema: Sendable {
    let places: [String: Int]

    init(_ featureSet: FeatureSet) {
        places = Dictionary(uniqueKeysWithValues: featureSet.features.enumerated().map { ($1.name, $0) })
    }
}

/// A row as a memory store holds it.
package struct MemoryRow: Sendable {
    let schema: MemorySchema
    package var row: ValidatedRow

    /// The values of some features of a set, which may have changed since the row was written.
    func values(of featureSet: FeatureSet, at places: [Int]) -> [FeatureValue?] {
        places.map { place in
            schema.places[featureSet.features[place].name].flatMap { row.features[$0] }
        }
    }
}
