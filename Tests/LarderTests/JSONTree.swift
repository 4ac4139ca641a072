import Foundation

/// A JSON document as a command printed it.
indirect enum JSONTree: Sendable, Hashable, Decodable {
    case null
    case bool(Bool)
    case integer(Int64)
    case double(Double)
    case string(String)
    case list([JSONTree])
    case object([String: JSONTree])

    /// Reads one document.
    init(_ text: String) throws {
        self = try JSONDecoder().decode(JSONTree.self, from: Data(text.utf8))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? container.decode(Int64.self) {
            self = .integer(number)
        } else if let number = try? container.decode(Double.self) {
            self = .double(number)
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let items = try? container.decode([JSONTree].self) {
            self = .list(items)
        } else {
            self = .object(try container.decode([String: JSONTree].self))
        }
    }

    /// A field of an object; null where there is none.
    subscript(field: String) -> JSONTree {
        if case .object(let fields) = self { fields[field] ?? .null } else { .null }
    }

    /// The things of a list, or of a listing's `items`.
    var items: [JSONTree] {
        switch self {
        case .list(let items): items
        case .object: self["items"].items
        default: []
        }
    }

    /// The names of an object's fields, sorted.
    var fields: [String] {
        if case .object(let fields) = self { fields.keys.sorted() } else { [] }
    }

    /// The text of a string; nil for everything else.
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The number of an integer; nil for everything else.
    var integer: Int64? {
        if case .integer(let number) = self { number } else { nil }
    }
}
