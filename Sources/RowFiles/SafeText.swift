/// Text from files, made fit for a terminal and a log line.
enum SafeText {
    /// Control characters as `\u{1b}`, everything else as it is.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Escaped, in quotation marks, and cut where it is long.
    static func quoted(_ text: String, limit: Int = 60) -> String {
        let start = text.prefix(limit)
        return "\"\(escaped(String(start)))\"" + (start.endIndex < text.endIndex ? "…" : "")
    }
}
