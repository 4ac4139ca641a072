import FeatureModel
import Operations

/// A feature that can be chosen for an export.
struct FeatureChoiceRow: Identifiable, Equatable, Sendable {
    /// The feature, in full.
    let id: FeatureReference
    let type: ValueType
    let entities: [String]
    let maxAgeSeconds: Int64?
    /// The entities that the file of entity rows has no column for.
    let missing: [String]

    /// All features of some sets, checked against the columns of a file.
    static func rows(_ sets: [FeatureSetSummary], columns: [String]?) -> [FeatureChoiceRow] {
        sets.flatMap { summary -> [FeatureChoiceRow] in
            let set = summary.record.definition
            let entities = set.entities.map(\.name)
            let missing = columns.map { columns in entities.filter { !columns.contains($0) } } ?? []
            return set.features.map { feature in
                FeatureChoiceRow(
                    id: FeatureReference(
                        project: set.reference.project, featureSet: set.reference.name, feature: feature.name),
                    type: feature.type, entities: entities, maxAgeSeconds: set.maxAgeSeconds, missing: missing)
            }
        }
    }

    /// Why it cannot be chosen; nil when it can.
    var obstacle: String? { missing.isEmpty ? nil : "needs \(missing.joined(separator: ", ")), which the file has not" }
}
