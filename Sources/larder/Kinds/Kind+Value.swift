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
            fields: { value in
                [
                    OutputField("entities", entities(value.entities)),
                    OutputField("feature", .string(value.feature.description)),
                    OutputField("value", OutputValue(value.value)), OutputField("state", .string(value.state.rawValue)),
                    OutputField("eventTimestamp", .optional(value.eventTimestamp?.description)),
                    OutputField("ageSeconds", .optional(value.ageSeconds)),
                    OutputField("maxAgeSeconds", .optional(value.maxAgeSeconds)),
                    OutputField("served", OutputValue(value.served)),
                    OutputField("store", .string(value.store.rawValue)),
                ]
            })
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
