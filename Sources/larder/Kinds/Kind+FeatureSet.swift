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

    private static var fields: [KindField<FeatureSetSummary>] {
        [
            .text("project") { $0.record.definition.reference.project.rawValue },
            .text("name") { $0.record.definition.reference.name },
            .choice("status", of: FeatureSetStatus.allCases.map(\.rawValue)) { $0.record.status.rawValue },
            .field("entities", .list(.object(partShape))) { summary in
                .list(summary.record.definition.entities.map { part($0.name, $0.type, [:]) })
            },
            .field("features", .list(.object(partShape))) { summary in
                .list(summary.record.definition.features.map { part($0.name, $0.type, $0.labels) })
            },
            .optionalInteger("maxAgeSeconds") { $0.record.definition.maxAgeSeconds },
            .field("source", .optional(.object([FieldShape("type", .text)]))) { summary in
                summary.record.definition.source.map(source) ?? .null
            },
            .field("labels", .map(.text)) { labels($0.record.definition.labels) },
            .time("createdAt") { $0.record.createdAt }, .texts("stores") { $0.stores.map(\.rawValue) },
            .texts("jobs") { $0.jobs.map(\.rawValue) }, .texts("problems") { $0.problems },
            .text("reference") { $0.record.definition.reference.description },
        ]
    }

    private static var partShape: [FieldShape] {
        [FieldShape("name", .text), FieldShape("valueType", .text), FieldShape("labels", .map(.text))]
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
