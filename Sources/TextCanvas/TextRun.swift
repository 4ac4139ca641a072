/// A piece of text with one role; a line is a list of them.
public struct TextRun: Sendable, Hashable {
    /// What is written; control characters are drawn escaped.
    public var text: String
    /// What it means.
    public var role: Role

    /// Makes a run.
    public init(_ text: String, _ role: Role = .text) {
        self.text = text
        self.role = role
    }
}
