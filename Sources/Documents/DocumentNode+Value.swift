internal import FeatureModel

extension DocumentNode {
    /// More nodes than any sensible document has: aliases can make a short text mean very many.
    private static let mostNodes = 100_000

    /// The whole tree, with keys in camelCase.
    func documentValue() throws(DocumentError) -> DocumentValue {
        var count = 0
        return try documentValue(&count)
    }

    private func documentValue(_ count: inout Int) throws(DocumentError) -> DocumentValue {
        count += 1
        guard count <= Self.mostNodes else { throw error("the document is too large") }
        switch scalar {
        case .null: return .null
        case .bool(let flag): return .bool(flag)
        case .integer(let number): return .integer(number)
        case .double(let number): return .double(number)
        case .text(let text): return .string(text)
        case nil: break
        }
        if kind == "a list" {
            var items: [DocumentValue] = []
            for item in try list() { items.append(try item.documentValue(&count)) }
            return .list(items)
        }
        var entries: [String: DocumentValue] = [:]
        for entry in try map() { entries[KeySpelling.camel(entry.name)] = try entry.value.documentValue(&count) }
        return .map(entries)
    }
}
