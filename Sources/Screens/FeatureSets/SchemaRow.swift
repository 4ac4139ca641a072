import FeatureModel
import TextCanvas

/// A line of a schema: an entity, a feature, or a feature that was removed.
struct SchemaRow: Identifiable, Equatable, Sendable {
    /// What it is.
    enum Kind: String, Sendable, Hashable {
        case entity, feature, removed
    }

    let id: String
    let kind: Kind
    let type: ValueType
    let labels: [String: String]
    let constraints: [String: DocumentValue]

    /// The schema of a feature set: entities first, removed features last.
    static func rows(of record: RegisteredFeatureSet) -> [SchemaRow] {
        record.definition.entities.map {
            SchemaRow(id: $0.name, kind: .entity, type: $0.type, labels: [:], constraints: [:])
        } + record.definition.features.map { row($0, .feature) } + record.archivedFeatures.map { row($0, .removed) }
    }

    private static func row(_ feature: Feature, _ kind: Kind) -> SchemaRow {
        SchemaRow(
            id: feature.name, kind: kind, type: feature.type, labels: feature.labels, constraints: feature.constraints)
    }

    /// What its kind means.
    var role: Role {
        switch kind {
        case .entity: .accent
        case .feature: .text
        case .removed: .faint
        }
    }

    /// The shape, presence or domain, in one line each; empty without one.
    func constraint(_ suffixes: [String]) -> String {
        constraints.sorted { $0.key < $1.key }
            .filter { entry in suffixes.contains { entry.key.lowercased().hasSuffix($0) } }
            .map { DocumentText.flow($0.value) }.joined(separator: " ")
    }

    /// The labels: `unit=EUR`.
    var labelText: String {
        labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }

    /// All that is known of it, as a document.
    var card: String {
        var lines = ["name: \(id)", "kind: \(kind.rawValue)", "valueType: \(type.name)"]
        if !labels.isEmpty {
            lines += ["labels:"] + labels.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
        }
        lines += constraints.sorted { $0.key < $1.key }.flatMap { ["\($0.key):"] + DocumentText.lines($0.value) }
        return lines.joined(separator: "\n") + "\n"
    }
}
