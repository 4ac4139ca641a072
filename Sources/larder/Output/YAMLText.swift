/// Writes YAML: blocks for structure, JSON's quotes for every text that could be taken for something else.
enum YAMLText {
    /// A document that ends with a line break.
    static func write(_ value: OutputValue) -> String {
        var text = ""
        append(value, to: &text, indent: 0)
        return text
    }

    private static func append(_ value: OutputValue, to text: inout String, indent: Int) {
        let margin = String(repeating: " ", count: indent)
        switch value {
        case .object(let fields) where !fields.isEmpty:
            for field in fields {
                text += margin + scalar(.string(field.name)) + ":"
                nested(field.value, to: &text, indent: indent + 2)
            }
        case .list(let items) where !items.isEmpty:
            for item in items {
                text += margin + "-"
                nested(item, to: &text, indent: indent + 2)
            }
        default: text += margin + scalar(value) + "\n"
        }
    }

    private static func nested(_ value: OutputValue, to text: inout String, indent: Int) {
        if isFilled(value) {
            text += "\n"
            append(value, to: &text, indent: indent)
        } else {
            text += " " + scalar(value) + "\n"
        }
    }

    private static func isFilled(_ value: OutputValue) -> Bool {
        switch value {
        case .object(let fields): !fields.isEmpty
        case .list(let items): !items.isEmpty
        default: false
        }
    }

    private static func scalar(_ value: OutputValue) -> String {
        switch value {
        case .string(let text) where isPlain(text): text
        case .double(let number) where number.isNaN: ".nan"
        case .double(let number) where number.isInfinite: number < 0 ? "-.inf" : ".inf"
        case .integer(let number): "\(number)"
        default: JSONText.write(value)
        }
    }

    /// Text that no reader of YAML takes for a number, a boolean, null or structure.
    private static func isPlain(_ text: String) -> Bool {
        let reserved: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
        guard let first = text.utf8.first, !reserved.contains(text.lowercased()) else { return false }
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
        return isLetter
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
            }
    }
}
