/// One entry of the copy menu.
public struct CopyChoice: Sendable, Hashable {
    /// What it is: `id`, `row as JSON`, `as command`.
    public let label: String
    /// What goes to the clipboard; secrets masked.
    public let text: String

    /// Makes an entry.
    public init(_ label: String, _ text: String) {
        self.label = label
        self.text = text
    }
}
