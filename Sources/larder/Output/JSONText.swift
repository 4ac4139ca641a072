/// Writes JSON by the contract of the command line: integers beyond 2^53 as strings, NaN and infinities by name.
enum JSONText {
    /// Integers up to this magnitude are exact in every JSON reader.
    private static let exact: Int64 = 1 << 53

    /// One line, or several with an indent of two blanks.
    static func write(_ value: OutputValue, pretty: Bool = false) -> String {
        var text = ""
        append(value, to: &text, indent: pretty ? 0 : nil)
        return text
    }

    /// A number as the contract writes it, with quotes where JSON has no such number.
    static func number(_ number: Double) -> String {
        if number.isNaN { return "\"NaN\"" }
        if number.isInfinite { return number < 0 ? "\"-Infinity\"" : "\"Infinity\"" }
        return number.description
    }

    /// A string with quotes and escapes; control characters, C1 and separators of lines are escaped, so that no output
    /// can steer a terminal.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{2028}", "\u{2029}", "\u{202a}"..."\u{202e}",
                "\u{2066}"..."\u{2069}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func append(_ value: OutputValue, to text: inout String, indent: Int?) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += number.magnitude > exact.magnitude ? "\"\(number)\"" : "\(number)"
        case .double(let number): text += self.number(number)
        case .string(let string): text += quoted(string)
        case .list(let items):
            bracket("[", "]", items, to: &text, indent: indent) { item, text, inner in
                append(item, to: &text, indent: inner)
            }
        case .object(let fields):
            bracket("{", "}", fields, to: &text, indent: indent) { field, text, inner in
                text += quoted(field.name) + (inner == nil ? ":" : ": ")
                append(field.value, to: &text, indent: inner)
            }
        }
    }

    private static func bracket<Element>(
        _ open: String, _ close: String, _ elements: [Element], to text: inout String, indent: Int?,
        each: (Element, inout String, Int?) -> Void
    ) {
        text += open
        let inner = indent.map { $0 + 2 }
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            if let inner { text += "\n" + String(repeating: " ", count: inner) }
            each(element, &text, inner)
        }
        if let indent, !elements.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
        text += close
    }
}
