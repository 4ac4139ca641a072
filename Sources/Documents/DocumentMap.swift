/// A map with known keys, each taken in camelCase and in snake_case as proto-JSON does.
struct DocumentMap {
    let node: DocumentNode
    private var values: [String: DocumentNode] = [:]

    /// Reads a map.
    ///
    /// - Parameter keys: the known keys in camelCase.
    /// - Throws: where it is no map, has an unknown key, or has one key in both spellings.
    init(_ node: DocumentNode, keys: [String], spelling: KeySpelling = .both) throws(DocumentError) {
        self.node = node
        for entry in try node.map() {
            guard let key = keys.first(where: { spelling.accepts(entry.name, for: $0) }) else {
                let known = keys.map { spelling.usual($0, like: entry.name) }
                throw entry.key.error("unknown key", hint: NearestName.hint(for: entry.name, among: known))
            }
            guard values[key] == nil else { throw entry.key.error("the key stands twice, in two spellings") }
            values[key] = entry.value
        }
    }

    /// The value of a key; nil where it is absent or null.
    subscript(_ key: String) -> DocumentNode? {
        guard let value = values[key], !value.isNull else { return nil }
        return value
    }

    func required(_ key: String) throws(DocumentError) -> DocumentNode {
        guard let value = self[key] else { throw node.error("the key \(key) is missing") }
        return value
    }
}
