import FeatureModel
import Operations

extension Kind where Thing == FeatureSetSummary {
    /// A feature set (`feature-sets list`, `feature-sets get`).
    static var featureSet: Kind {
        Kind(
            name: "FeatureSet", nameField: "reference",
            columns: [
                ListingColumn("reference", "NAME") { item in
                    ["project", "name"].map { ListingColumn.plain(item[$0] ?? .null) }.joined(separator: "/")
                },
                ListingColumn("status", "STATUS"),
                ListingColumn("entities", "ENTITIES") { names($0["entities"]) },
                ListingColumn("features", "FEATURES", isNumeric: true) { item in
                    if case .list(let features)? = item["features"] { "\(features.count)" } else { "" }
                },
                ListingColumn("maxAgeSeconds", "MAX AGE", isNumeric: true) { item in
                    if case .integer(let seconds)? = item["maxAgeSeconds"] {
                        AgeText.describe(seconds: seconds)
                    } else {
                        "-"
                    }
                },
                ListingColumn("stores", "STORES"), ListingColumn("createdAt", "CREATED"),
            ],
            fields: Self.fields)
    }

    private static func names(_ value: OutputValue?) -> String {
        guard case .list(let items)? = value else { return "" }
        return items.map { ListingColumn.plain($0["name"] ?? .null) }.joined(separator: ",")
    }

    private static func fields(_ summary: FeatureSetSummary) -> [OutputField] {
        let set = summary.record.definition
        return [
            OutputField("project", .string(set.reference.project.rawValue)),
            OutputField("name", .string(set.reference.name)),
            OutputField("status", .string(summary.record.status.rawValue)),
            OutputField("entities", .list(set.entities.map { part($0.name, $0.type, [:]) })),
            OutputField("features", .list(set.features.map { part($0.name, $0.type, $0.labels) })),
            OutputField("maxAgeSeconds", .optional(set.maxAgeSeconds)),
            OutputField("source", set.source.map(source) ?? .null),
            OutputField("labels", labels(set.labels)),
            OutputField("createdAt", .string(summary.record.createdAt.description)),
            OutputField("stores", .strings(summary.stores.map(\.rawValue))),
            OutputField("jobs", .strings(summary.jobs.map(\.rawValue))),
            OutputField("problems", .strings(summary.problems)),
            OutputField("reference", .string(set.reference.description)),
        ]
    }

    private static func part(_ name: String, _ type: ValueType, _ labels: [String: String]) -> OutputValue {
        .object([
            OutputField("name", .string(name)), OutputField("valueType", .string(type.name)),
            OutputField("labels", self.labels(labels)),
        ])
    }

    private static func source(_ source: SourceDefinition) -> OutputValue {
        // A source's settings may hold secrets; its type is what a script needs.
        .object([OutputField("type", .string(source.type))])
    }

    private static func labels(_ labels: [String: String]) -> OutputValue {
        .object(labels.sorted { $0.key < $1.key }.map { OutputField($0.key, .string($0.value)) })
    }
}
