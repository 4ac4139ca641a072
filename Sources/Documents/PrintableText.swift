/// Text from documents, made fit for one line of a terminal.
enum PrintableText {
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

    /// The start of a text, in quotation marks.
    static func quoted(_ text: String) -> String {
        "\"\(text.prefix(60))\"" + (text.count > 60 ? "…" : "")
    }
}
