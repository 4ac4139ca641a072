import FeatureModel

/// Feature sets of the golden vectors.
enum GoldenSets {
    static func set(
        _ name: String, project: String = "p", entities: [Entity] = [], features: [(String, ValueType)] = []
    ) -> FeatureSet {
        FeatureSet(
            reference: FeatureSetReference(project: ProjectName(project), name: name), entities: entities,
            features: features.map { Feature(name: $0.0, type: $0.1) })
    }

    static let twoFeatures = set("fs", features: [("feature_2", .int64), ("feature_1", .string)])
}
