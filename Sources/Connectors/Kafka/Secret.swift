/// Text that no description, dump or error shows.
struct Secret: Sendable, CustomStringConvertible, CustomReflectable {
    /// The text itself: for the server, for nobody else.
    let revealed: String

    init(_ text: String) {
        revealed = text
    }

    var description: String { "•••" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
