/// A row of an entity file that cannot be asked about: it ends the export, and nothing of the answer is left.
public struct EntityRowFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// `file:line:column: what, expected, got`.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
