/// Why a document was refused: where, what, and what to do.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    public let file: String
    /// The line, from 1; nil where the whole file is meant.
    public let line: Int?
    /// The column, from 1, in characters.
    public let column: Int?
    /// The path of the key, such as `stores[0].config.port`.
    public let key: String?
    /// What is wrong. Never holds a value of a `config` map, which may be secret.
    public let message: String
    /// What to do.
    public let hint: String?

    /// Makes an error.
    public init(
        file: String, line: Int? = nil, column: Int? = nil, key: String? = nil, message: String, hint: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.message = message
        self.hint = hint
    }

    /// One line: `file:line:column: key: message; hint`, without control characters.
    public var description: String {
        var text = file
        if let line { text += ":\(line)" }
        if line != nil, let column { text += ":\(column)" }
        if let key { text += ": \(key)" }
        text += ": \(message)"
        if let hint { text += "; \(hint)" }
        return PrintableText.escaped(text)
    }
}
