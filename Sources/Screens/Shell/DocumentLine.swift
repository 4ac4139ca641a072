import TextCanvas

/// A line of a YAML document in colours: keys, texts, numbers, remarks.
struct DocumentLine {
    private let line: String

    init(_ line: String) {
        self.line = line
    }

    /// The runs; together they are the line.
    var runs: [TextRun] {
        if line.drop(while: { $0 == " " }).hasPrefix("#") { return [TextRun(line, .muted)] }
        guard let colon = keyEnd else { return [TextRun(line, role(of: line[...]))] }
        let value = line[line.index(after: colon)...]
        return [TextRun(String(line[...colon]), .property), TextRun(String(value), role(of: value))]
    }

    /// Where the key of `key: value` ends.
    private var keyEnd: String.Index? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let next = line.index(after: colon)
        guard next == line.endIndex || line[next] == " " else { return nil }
        let key = line[..<colon].drop { $0 == " " || $0 == "-" }
        return key.contains("\"") || key.contains("{") ? nil : colon
    }

    private func role(of value: Substring) -> Role {
        let text = value.drop { $0 == " " || $0 == "-" }
        if Double(text) != nil { return .number }
        return ["true", "false", "null"].contains(text) ? .boolean : .string
    }
}
