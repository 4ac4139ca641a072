/// What stands in one column of one row.
public struct TableCell: Sendable, Hashable {
    /// The text; control characters are drawn escaped.
    public var text: String
    /// What it means.
    public var role: Role

    /// Makes a cell.
    public init(_ text: String, _ role: Role = .text) {
        self.text = text
        self.role = role
    }

    /// A cell for which there is nothing to say.
    public static let none = TableCell("-", .muted)
}
