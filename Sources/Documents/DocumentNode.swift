internal import FeatureModel
internal import Yams

/// A node of a YAML document that knows its file, its place and the path of keys to it.
struct DocumentNode {
    /// What a scalar is by YAML 1.2's core rules: quoted ones are text whatever they look like.
    enum Scalar {
        case null
        case bool(Bool)
        case integer(Int64)
        case double(Double)
        case text(String)
    }

    let file: String
    let path: String
    private let node: Node

    init(_ node: Node, file: String, path: String) {
        self.node = node
        self.file = file
        self.path = path
    }

    var line: Int { node.mark?.line ?? 1 }
    var column: Int { node.mark?.column ?? 1 }

    var isNull: Bool { if case .null = scalar { true } else { false } }

    var scalar: Scalar? {
        guard case .scalar(let scalar) = node else { return nil }
        guard scalar.style == .plain || scalar.style == .any else { return .text(scalar.string) }
        switch scalar.string {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: return Self.number(scalar.string)
        }
    }

    private static func number(_ text: String) -> Scalar {
        if let integer = Int64(text) { return .integer(integer) }
        switch text.lowercased() {
        case ".nan": return .double(.nan)
        case ".inf", "+.inf": return .double(.infinity)
        case "-.inf": return .double(-.infinity)
        default: break
        }
        let isNumeric = text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
        if isNumeric, text.contains(where: \.isNumber), let double = Double(text), double.isFinite {
            return .double(double)
        }
        return .text(text)
    }

    /// The text of a scalar exactly as it stands, whatever it looks like; nil for maps, lists and null.
    var literalText: String? {
        guard case .scalar(let scalar) = node, !isNull else { return nil }
        return scalar.string
    }

    func error(_ message: String, hint: String? = nil) -> DocumentError {
        DocumentError(
            file: file, line: line, column: column, key: path.isEmpty ? nil : path, message: message, hint: hint)
    }

    /// What the node is, in words.
    var kind: String {
        switch node {
        case .mapping: return "a map"
        case .sequence: return "a list"
        case .alias: return "an alias"
        case .scalar:
            switch scalar {
            case .bool: return "true or false"
            case .integer, .double: return "a number"
            case .text: return "text"
            default: return "nothing"
            }
        }
    }

    func list() throws(DocumentError) -> [DocumentNode] {
        guard case .sequence(let sequence) = node else { throw error("expected a list, got \(kind)") }
        return sequence.enumerated().map { DocumentNode($1, file: file, path: "\(path)[\($0)]") }
    }

    func map() throws(DocumentError) -> [DocumentEntry] {
        guard case .mapping(let mapping) = node else { throw error("expected a map, got \(kind)") }
        var entries: [DocumentEntry] = []
        for (key, value) in mapping {
            let keyNode = DocumentNode(key, file: file, path: path)
            guard let name = keyNode.literalText else { throw keyNode.error("expected a key, got \(keyNode.kind)") }
            let valuePath = path.isEmpty ? name : "\(path).\(name)"
            entries.append(
                DocumentEntry(
                    name: name, key: DocumentNode(key, file: file, path: valuePath),
                    value: DocumentNode(value, file: file, path: valuePath)))
        }
        return entries
    }

    /// Text; numbers and booleans are refused, because their spelling would not be kept elsewhere.
    func text() throws(DocumentError) -> String {
        guard case .text(let text) = scalar else {
            throw error("expected text, got \(kind)", hint: literalText == nil ? nil : "put it in quotation marks")
        }
        return text
    }

    /// Any scalar but null, as its text.
    func scalarText() throws(DocumentError) -> String {
        guard let text = literalText else { throw error("expected text, got \(kind)") }
        return text
    }

    func bool() throws(DocumentError) -> Bool {
        guard case .bool(let flag) = scalar else { throw error("expected true or false, got \(kind)") }
        return flag
    }

    func labels() throws(DocumentError) -> [String: String] {
        var labels: [String: String] = [:]
        for entry in try map() {
            guard !entry.name.isEmpty else { throw entry.key.error("a label has no key") }
            labels[entry.name] = try entry.value.scalarText()
        }
        return labels
    }
}
