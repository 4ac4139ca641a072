@testable import larder

/// Validates documents against the part of JSON Schema (draft 2020-12) that the program's schemas use; a rule that it
/// does not know is a fault of its own.
struct SchemaCheck {
    let schema: JSONTree

    /// What is wrong with a document, each with its place; empty when it is valid.
    func faults(of document: JSONTree) -> [String] { faults(of: document, by: schema, at: "$") }

    private func faults(of value: JSONTree, by rule: JSONTree, at place: String) -> [String] {
        guard case .object(let keywords) = rule else { return ["\(place): the rule is no object"] }
        return keywords.keys.sorted().flatMap { keyword in
            faults(of: value, by: keyword, keywords[keyword] ?? .null, at: place)
        }
    }

    private func faults(of value: JSONTree, by keyword: String, _ rule: JSONTree, at place: String) -> [String] {
        switch keyword {
        case "$schema", "$defs", "title", "format": return []
        case "$ref": return faults(of: value, by: definition(rule.text ?? ""), at: place)
        case "anyOf":
            let all = rule.items.map { faults(of: value, by: $0, at: place) }
            if all.contains(where: \.isEmpty) { return [] }
            return ["\(place): fits none of \(all.count): \(all.min { $0.count < $1.count } ?? [])"]
        case "type":
            let names = rule.text.map { [$0] } ?? rule.items.compactMap(\.text)
            return names.contains { Self.isOf($0, value) } ? [] : ["\(place): is not of type \(names)"]
        case "enum": return rule.items.contains(value) ? [] : ["\(place): \(value) is not one of the words"]
        case "pattern":
            guard let text = value.text else { return [] }
            return Int64(text) == nil && UInt64(text) == nil ? ["\(place): \(text) is no integer"] : []
        case "required":
            return rule.items.compactMap(\.text).filter { !value.fields.contains($0) }.map {
                "\(place): no field \($0)"
            }
        case "properties":
            return rule.fields.filter(value.fields.contains).flatMap { field in
                faults(of: value[field], by: rule[field], at: "\(place).\(field)")
            }
        case "additionalProperties":
            return value.fields.flatMap { faults(of: value[$0], by: rule, at: "\(place).\($0)") }
        case "items":
            guard case .list(let items) = value else { return [] }
            return items.enumerated().flatMap { faults(of: $1, by: rule, at: "\(place)[\($0)]") }
        default: return ["\(place): the check does not know \(keyword)"]
        }
    }

    private func definition(_ reference: String) -> JSONTree {
        schema["$defs"][String(reference.dropFirst("#/$defs/".count))]
    }

    private static func isOf(_ type: String, _ value: JSONTree) -> Bool {
        switch value {
        case .null: type == "null"
        case .bool: type == "boolean"
        case .integer: type == "integer" || type == "number"
        case .double: type == "number"
        case .string: type == "string"
        case .list: type == "array"
        case .object: type == "object"
        }
    }
}
