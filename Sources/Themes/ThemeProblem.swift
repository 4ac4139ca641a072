/// One thing that is wrong with a theme file, and where.
public struct ThemeProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file as it was asked for.
    public var file: String
    /// The line, from 1; nil when the problem is not in the text (a file that cannot be read).
    public var line: Int?
    /// The column, from 1, counted in scalars.
    public var column: Int?
    /// What is wrong and what to do, as one sentence.
    public var message: String

    /// Makes a problem.
    public init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// `file:line:column: message`, as compilers print it.
    public var description: String {
        var place = file
        if let line {
            place += ":\(line)"
            if let column { place += ":\(column)" }
        }
        return "\(place): \(message)"
    }
}
