internal import FeatureModel

/// Writes YAML: block style, two blanks per level, text in quotation marks where it would read as something else.
struct YAMLText {
    private(set) var text = ""

    mutating func line(_ depth: Int, _ content: String) {
        text += String(repeating: " ", count: depth * 2) + content + "\n"
    }

    /// A key with a scalar.
    mutating func entry(_ depth: Int, _ key: String, _ value: String) {
        line(depth, "\(Self.scalar(key)): \(Self.scalar(value))")
    }

    /// A key with a map of texts, sorted; nothing where it is empty.
    mutating func map(_ depth: Int, _ key: String, _ map: [String: String]) {
        guard !map.isEmpty else { return }
        line(depth, "\(Self.scalar(key)):")
        for (key, value) in map.sorted(by: { $0.key < $1.key }) { entry(depth + 1, key, value) }
    }

    /// A key with a tree, in flow style.
    mutating func tree(_ depth: Int, _ key: String, _ value: DocumentValue) {
        line(depth, "\(Self.scalar(key)): \(Self.flow(value))")
    }

    static func flow(_ value: DocumentValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .double(let number): self.number(number)
        case .string(let text): scalar(text)
        case .list(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
        case .map(let entries):
            "{"
                + entries.sorted { $0.key < $1.key }.map { "\(scalar($0.key)): \(flow($0.value))" }
                .joined(separator: ", ") + "}"
        }
    }

    private static func number(_ number: Double) -> String {
        if number.isNaN { return ".nan" }
        if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
        return number.description
    }

    /// Text that is plain where plain YAML reads it back as the same text, and in double quotation marks elsewhere.
    static func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// A narrow rule: letters, digits and a few signs, beginning with a letter, and no word that YAML (1.1 included)
    /// takes for a boolean or null.
    private static func isPlain(_ text: String) -> Bool {
        let words: Set = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        guard let first = text.utf8.first, isLetter(first), !words.contains(text.lowercased()) else { return false }
        return text.utf8.allSatisfy { byte in
            isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/")].contains(byte)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
                    let digits = String(scalar.value, radix: 16)
                    result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
                default: result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
