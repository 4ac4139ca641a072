/// One drawable unit of text: a spacing scalar with the zero-width ones that belong to it.
public struct Glyph: Sendable, Hashable {
    /// The scalars, at most five, safe to send to a terminal.
    public let text: String
    /// The columns taken, 1 or 2.
    public let columns: Int

    /// Makes a glyph; the caller vouches for the width.
    public init(text: String, columns: Int) {
        self.text = text
        self.columns = columns
    }
}
