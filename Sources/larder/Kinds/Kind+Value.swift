import FeatureModel
import Operations

extension Kind where Thing == OnlineValue {
    /// An online value (`online get`).
    static var value: Kind {
        Kind(
            name: "Value", nameField: "feature",
            columns: [
                ListingColumn("entities", "KEY") { item in
                    guard case .object(let entities)? = item["entities"] else { return "" }
                    return entities.map { "\($0.name)=\(ListingColumn.plain($0.value))" }.joined(separator: ",")
                },
                ListingColumn("feature", "FEATURE"),
                ListingColumn("value", "VALUE") { shown($0["value"] ?? .null) },
                ListingColumn("ageSeconds", "AGE", isNumeric: true) { age($0["ageSeconds"]) },
                ListingColumn("maxAgeSeconds", "LIMIT", isNumeric: true) { age($0["maxAgeSeconds"]) },
                ListingColumn("state", "STATE"), ListingColumn("eventTimestamp", "EVENT TIME"),
                ListingColumn("store", "STORE"),
            ],
            fields: [
                .field("entities", .map(.anything)) { entities($0.entities) },
                .text("feature") { $0.feature.description },
                .field("value", .anything) { OutputValue($0.value) },
                .choice("state", of: OnlineState.allCases.map(\.rawValue)) { $0.state.rawValue },
                .optionalTime("eventTimestamp") { $0.eventTimestamp },
                .optionalInteger("ageSeconds") { $0.ageSeconds },
                .optionalInteger("maxAgeSeconds") { $0.maxAgeSeconds },
                .field("served", .anything) { OutputValue($0.served) }, .text("store") { $0.store.rawValue },
            ])
    }

    /// A key's entities by name.
    static func entities(_ entities: [NamedValue]) -> OutputValue {
        .object(entities.map { OutputField($0.name, OutputValue($0.value)) })
    }

    /// Strings in quotes, so that an empty one is not taken for null.
    private static func shown(_ value: OutputValue) -> String {
        switch value {
        case .null: "(null)"
        case .string, .list, .object: JSONText.write(value)
        case .bool, .integer, .double: ListingColumn.plain(value)
        }
    }

    private static func age(_ value: OutputValue?) -> String {
        if case .integer(let seconds)? = value { AgeText.describe(seconds: seconds) } else { "-" }
    }
}
