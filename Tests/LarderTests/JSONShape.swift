/// What a field of a JSON document may be. Objects may have more fields than are named, for fields may be added.
indirect enum JSONShape: Sendable {
    case text
    case time
    case word(Set<String>)
    case integer
    case number
    case bool
    case anything
    case list(JSONShape)
    case map(JSONShape)
    case object([String: JSONShape])
    case optional(JSONShape)

    /// What is wrong with a document; empty when it is of this shape.
    func faults(of value: JSONTree, at path: String = "$") -> [String] {
        switch (self, value) {
        case (.anything, _), (.text, .string), (.integer, .integer), (.number, .integer), (.number, .double),
            (.bool, .bool), (.optional, .null):
            []
        case (.optional(let shape), _): shape.faults(of: value, at: path)
        case (.time, .string(let text)):
            text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z/) == nil
                ? ["\(path): \(text) is no UTC time"] : []
        case (.word(let words), .string(let text)): words.contains(text) ? [] : ["\(path): \(text) is not of \(words)"]
        case (.list(let shape), .list(let items)):
            items.enumerated().flatMap { shape.faults(of: $1, at: "\(path)[\($0)]") }
        case (.map(let shape), .object(let fields)):
            fields.flatMap { shape.faults(of: $0.value, at: "\(path).\($0.key)") }
        case (.object(let shapes), .object(let fields)):
            shapes.flatMap { name, shape in
                fields[name].map { shape.faults(of: $0, at: "\(path).\(name)") } ?? ["\(path).\(name) is missing"]
            }
        default: ["\(path): \(value) is not \(self)"]
        }
    }

    /// The shape of a list of things of one kind.
    static func listing(of kind: String, _ item: JSONShape) -> JSONShape {
        .object([
            "kind": .word([kind]), "items": .list(item), "asOf": .time, "truncated": .bool, "errors": .list(.anything),
        ])
    }

    /// The shape of one thing of a kind: that of an item, and its kind.
    static func thing(of kind: String, _ item: JSONShape) -> JSONShape {
        guard case .object(var fields) = item else { return item }
        fields["kind"] = .word([kind])
        return .object(fields)
    }
}
