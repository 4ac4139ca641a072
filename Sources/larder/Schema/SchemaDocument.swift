/// The JSON schema (draft 2020-12) of what commands print with `-o json`.
enum SchemaDocument {
    private static let dialect = "https://json-schema.org/draft/2020-12/schema"

    /// The schema of every kind: one thing, a list of things, or an error.
    static var whole: OutputValue {
        let names = KindCatalog.all.flatMap { [$0.title, $0.title + "List"] } + ["Error"]
        return document(
            "What larder prints with -o json", [OutputField("anyOf", .list(names.map(reference)))], KindCatalog.all)
    }

    /// The schema of one kind: one thing, or a list of things.
    static func of(_ kind: KindShape) -> OutputValue {
        let choice = OutputValue.list([reference(kind.title), reference(kind.title + "List")])
        return document(kind.title, [OutputField("anyOf", choice)], [kind])
    }

    private static func document(_ title: String, _ rule: [OutputField], _ kinds: [KindShape]) -> OutputValue {
        var definitions = kinds.flatMap { kind in
            [OutputField(kind.title, thing(kind)), OutputField(kind.title + "List", list(kind))]
        }
        definitions.append(OutputField("Error", error))
        return .object(
            [OutputField("$schema", .string(dialect)), OutputField("title", .string(title))] + rule
                + [OutputField("$defs", .object(definitions))])
    }

    private static func reference(_ name: String) -> OutputValue {
        .object([OutputField("$ref", .string("#/$defs/\(name)"))])
    }

    private static func thing(_ kind: KindShape) -> OutputValue {
        object([FieldShape("kind", .choice([kind.kind]))] + kind.fields)
    }

    private static func list(_ kind: KindShape) -> OutputValue {
        object([
            FieldShape("kind", .choice([kind.kind])), FieldShape("items", .list(.object(kind.fields))),
            FieldShape("asOf", .time), FieldShape("truncated", .flag),
            FieldShape("errors", .list(.object(ErrorText.shape))),
        ])
    }

    private static var error: OutputValue { object([FieldShape("error", .object(ErrorText.shape))]) }

    /// The rule for values of a shape.
    static func rule(_ shape: ValueShape) -> OutputValue {
        switch shape {
        case .text: type("string")
        case .time: .object([OutputField("type", .string("string")), OutputField("format", .string("date-time"))])
        case .choice(let words): .object([OutputField("enum", .strings(words))])
        case .integer:
            .object([
                OutputField("type", .strings(["integer", "string"])), OutputField("pattern", .string("^-?[0-9]+$")),
            ])
        case .number: anyOf([type("number"), rule(.choice(["NaN", "Infinity", "-Infinity"]))])
        case .flag: type("boolean")
        case .anything: .object([])
        case .list(let item):
            .object([OutputField("type", .string("array")), OutputField("items", rule(item))])
        case .object(let fields): object(fields)
        case .map(let value):
            .object([OutputField("type", .string("object")), OutputField("additionalProperties", rule(value))])
        case .optional(let shape): anyOf([rule(shape), type("null")])
        }
    }

    private static func type(_ name: String) -> OutputValue { .object([OutputField("type", .string(name))]) }

    private static func anyOf(_ rules: [OutputValue]) -> OutputValue {
        .object([OutputField("anyOf", .list(rules))])
    }

    /// Every field is there, null where it is unknown; fields may be added.
    private static func object(_ fields: [FieldShape]) -> OutputValue {
        .object([
            OutputField("type", .string("object")), OutputField("required", .strings(fields.map(\.name))),
            OutputField("properties", .object(fields.map { OutputField($0.name, rule($0.shape)) })),
        ])
    }
}
