public import TextCanvas

/// A colour as a role names it: through the palette, or directly.
public enum ColorReference: Sendable, Hashable {
    /// A name of the theme's palette, or of a parent's.
    case named(String)
    /// A colour written out.
    case literal(TerminalColor)
}
