/// Why a cell is not a value of a type.
public struct CellFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wrong, what was expected and what was found; fit for a terminal.
    public let description: String

    init(expected: String, got: String, hint: String? = nil) {
        description = "expected \(expected), got \(got)" + (hint.map { "; \($0)" } ?? "")
    }
}
