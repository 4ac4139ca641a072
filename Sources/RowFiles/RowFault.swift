/// A cell or a line that cannot be taken; the rows around it can.
public struct RowFault: Error, Hashable, Sendable {
    /// The physical line, from 1, on which the row begins.
    public let line: Int
    /// The column's number, from 1; nil where the whole row is meant.
    public let column: Int?
    /// The column's name.
    public let columnName: String?
    /// What was wrong, what was expected and what was found; fit for a terminal.
    public let message: String

    /// Makes a fault.
    public init(line: Int, column: Int? = nil, columnName: String? = nil, message: String) {
        self.line = line
        self.column = column
        self.columnName = columnName
        self.message = message
    }

    /// `file:line:column: what, expected, got`.
    public func description(inFileAt path: String) -> String {
        let place = "\(SafeText.escaped(path)):\(line)" + (column.map { ":\($0)" } ?? "")
        let name = columnName.map { "\(SafeText.escaped($0)): " } ?? ""
        return "\(place): \(name)\(message)"
    }
}
