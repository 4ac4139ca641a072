/// What `keys.yaml` says: which keys an action of the console has instead of its usual ones.
public struct KeyOverrides: Sendable, Hashable {
    /// One action's keys.
    public struct Entry: Sendable, Hashable {
        /// The keys as written, such as `X` or `ctrl-k`; none unbinds the action.
        public let keys: [String]
        /// The line, from 1, on which the action stands.
        public let line: Int
    }

    /// The file.
    public let file: String
    /// Per action id, such as `job.stop`: its keys.
    public let entries: [String: Entry]

    /// Reads a map of action ids to lists of keys; a single key need not be a list.
    ///
    /// Which actions and keys there are is not judged here.
    ///
    /// - Throws: where the text is no such map.
    public static func read(_ text: String, file: String) throws(DocumentError) -> KeyOverrides {
        var entries: [String: Entry] = [:]
        let documents = try DocumentParser.documents(text, file: file)
        guard documents.count <= 1 else { throw documents[1].error("keys are one document, this is another") }
        for entry in try documents.first?.map() ?? [] {
            let keys: [String]
            if entry.value.literalText != nil {
                keys = [try key(entry.value)]
            } else {
                var list: [String] = []
                for node in try entry.value.list() { list.append(try key(node)) }
                keys = list
            }
            entries[entry.name] = Entry(keys: keys, line: entry.key.line)
        }
        return KeyOverrides(file: file, entries: entries)
    }

    private static func key(_ node: DocumentNode) throws(DocumentError) -> String {
        let key = try node.scalarText()
        guard !key.isEmpty else { throw node.error("expected a key, got empty text") }
        return key
    }
}
