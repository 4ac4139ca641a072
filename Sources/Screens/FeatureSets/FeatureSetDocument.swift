import FeatureModel
import Operations

/// A feature set as JSON, as `larder feature-sets get -o json` writes it.
enum FeatureSetDocument {
    /// The document of a feature set.
    static func json(_ summary: FeatureSetSummary) -> JSONText {
        let definition = summary.record.definition
        let source = definition.source.map { source in
            JSONText.object([
                ("type", .text(source.type)),
                ("config", labels(source.config)),
            ])
        }
        return .object([
            ("kind", .text("FeatureSet")), ("project", .text(definition.reference.project.rawValue)),
            ("name", .text(definition.reference.name)), ("status", .text(summary.record.status.rawValue)),
            (
                "entities",
                .list(
                    definition.entities.map {
                        .object([("name", .text($0.name)), ("valueType", .text($0.type.name))])
                    })
            ),
            (
                "features",
                .list(
                    definition.features.map {
                        .object([
                            ("name", .text($0.name)), ("valueType", .text($0.type.name)), ("labels", labels($0.labels)),
                        ])
                    })
            ),
            ("maxAgeSeconds", .integer(definition.maxAgeSeconds)), ("source", source ?? .null),
            ("labels", labels(definition.labels)),
            ("createdAt", .text(summary.record.createdAt.description)),
            ("stores", .list(summary.stores.map { .text($0.rawValue) })),
        ])
    }

    private static func labels(_ labels: [String: String]) -> JSONText {
        .object(labels.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
    }
}
