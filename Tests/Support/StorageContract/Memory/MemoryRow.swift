package import FeatureModel

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
