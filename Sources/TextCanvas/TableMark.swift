/// The one-column sign of a row's state: glyph and role, so that colour never carries the meaning alone.
public struct TableMark: Sendable, Hashable {
    /// One column wide; take it from a ``GlyphSet``.
    public var glyph: String
    /// What it means.
    public var role: Role

    /// Makes a mark.
    public init(_ glyph: String, _ role: Role) {
        self.glyph = glyph
        self.role = role
    }
}
