import FeatureModel
import Operations

/// Online values as JSON, as `larder online get -o json` writes them.
enum OnlineDocument {
    /// One value.
    static func of(_ value: OnlineValue) -> JSONText {
        .object([
            ("kind", .text("Value")), ("entities", .object(value.entities.map { ($0.name, .value($0.value)) })),
            ("feature", .text(value.feature.description)), ("value", .value(value.value)),
            ("state", .text(value.state.rawValue)),
            ("eventTimestamp", .optional(value.eventTimestamp?.description)),
            ("ageSeconds", .integer(value.ageSeconds)), ("maxAgeSeconds", .integer(value.maxAgeSeconds)),
            ("served", .value(value.served)), ("store", .text(value.store.rawValue)),
        ])
    }

    /// A whole answer.
    static func of(_ values: [OnlineValue], asOf: Timestamp) -> JSONText {
        .object([
            ("kind", .text("Value")), ("items", .list(values.map { of($0) })), ("asOf", .text(asOf.description)),
            ("truncated", .bool(false)), ("errors", .list([])),
        ])
    }
}
