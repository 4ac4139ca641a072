import FeatureModel
import Operations

/// A feature set as a person reads it.
enum FeatureSetText {
    static func write(_ summary: FeatureSetSummary) -> String {
        let set = summary.record.definition
        var facts: [(name: String, value: String)] = [
            ("name", set.reference.description), ("status", summary.record.status.rawValue),
            ("max age", set.maxAgeSeconds.map(AgeText.describe(seconds:)) ?? "none"),
            ("source", set.source?.type ?? "default"),
            ("stores", summary.stores.map(\.rawValue).joined(separator: ", ")),
            ("created", summary.record.createdAt.description),
        ]
        facts += set.labels.sorted { $0.key < $1.key }.map { ("label", "\($0.key)=\($0.value)") }
        facts += summary.problems.map { ("problem", $0) }
        let parts =
            set.entities.map { part("entity", $0.name, $0.type) }
            + set.features.map { part("feature", $0.name, $0.type) }
            + summary.record.archivedFeatures.map { part("archived", $0.name, $0.type) }
        let columns = [ListingColumn("kind", "KIND"), ListingColumn("name", "NAME"), ListingColumn("type", "TYPE")]
        return FactLines.write(facts) + "\n" + TableText.write(columns, parts, withHeaders: true)
    }

    private static func part(_ kind: String, _ name: String, _ type: ValueType) -> OutputValue {
        .object([
            OutputField("kind", .string(kind)), OutputField("name", .string(name)),
            OutputField("type", .string(type.name)),
        ])
    }
}
