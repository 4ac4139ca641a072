import FeatureModel

/// A field of a kind: its name, what its values look like, and where they come from.
struct KindField<Thing>: Sendable where Thing: Sendable {
    /// The name in JSON.
    let name: String
    /// What its values look like.
    let shape: ValueShape
    /// The value for a thing.
    let value: @Sendable (Thing) -> OutputValue

    /// A field of any shape.
    static func field(
        _ name: String, _ shape: ValueShape, _ value: @escaping @Sendable (Thing) -> OutputValue
    ) -> KindField { KindField(name: name, shape: shape, value: value) }

    static func text(_ name: String, _ read: @escaping @Sendable (Thing) -> String) -> KindField {
        field(name, .text) { .string(read($0)) }
    }

    static func optionalText(_ name: String, _ read: @escaping @Sendable (Thing) -> String?) -> KindField {
        field(name, .optional(.text)) { .optional(read($0)) }
    }

    static func texts(_ name: String, _ read: @escaping @Sendable (Thing) -> [String]) -> KindField {
        field(name, .list(.text)) { .strings(read($0)) }
    }

    static func choice(
        _ name: String, of words: [String], _ read: @escaping @Sendable (Thing) -> String
    ) -> KindField {
        field(name, .choice(words)) { .string(read($0)) }
    }

    static func optionalChoice(
        _ name: String, of words: [String], _ read: @escaping @Sendable (Thing) -> String?
    ) -> KindField {
        field(name, .optional(.choice(words))) { .optional(read($0)) }
    }

    static func integer(_ name: String, _ read: @escaping @Sendable (Thing) -> Int64) -> KindField {
        field(name, .integer) { .integer(read($0)) }
    }

    static func optionalInteger(_ name: String, _ read: @escaping @Sendable (Thing) -> Int64?) -> KindField {
        field(name, .optional(.integer)) { .optional(read($0)) }
    }

    static func number(_ name: String, _ read: @escaping @Sendable (Thing) -> Double) -> KindField {
        field(name, .number) { .double(read($0)) }
    }

    static func flag(_ name: String, _ read: @escaping @Sendable (Thing) -> Bool) -> KindField {
        field(name, .flag) { .bool(read($0)) }
    }

    static func time(_ name: String, _ read: @escaping @Sendable (Thing) -> Timestamp) -> KindField {
        field(name, .time) { .string(read($0).description) }
    }

    static func optionalTime(_ name: String, _ read: @escaping @Sendable (Thing) -> Timestamp?) -> KindField {
        field(name, .optional(.time)) { .optional(read($0)?.description) }
    }
}
