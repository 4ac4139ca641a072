internal import Yams

/// Turns YAML text into trees whose nodes know where they stand.
enum DocumentParser {
    /// One document's root; documents without content are left out.
    static func documents(_ text: String, file: String) throws(DocumentError) -> [DocumentNode] {
        var roots: [DocumentNode] = []
        do {
            let parser = try Parser(yaml: text)
            while let root = try parser.nextRoot() {
                let node = DocumentNode(root, file: file, path: "")
                if !node.isNull { roots.append(node) }
            }
        } catch {
            throw documentError(error, file: file)
        }
        return roots
    }

    private static func documentError(_ error: any Error, file: String) -> DocumentError {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return DocumentError(
                file: file, line: mark.line, column: mark.column, message: "this is not YAML: \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            return DocumentError(
                file: file, line: context.mark.line, column: context.mark.column, key: keys.first,
                message: "the key stands twice")
        case .reader(let problem, _, _, _):
            return DocumentError(file: file, message: "this is not YAML: \(problem)")
        default: return DocumentError(file: file, message: "this cannot be read as YAML")
        }
    }
}
