/// How a cell is drawn: the answer of a theme to a ``Role``, in what the terminal can show.
public struct TextStyle: Sendable, Hashable {
    /// The colour of the glyph.
    public var foreground: TerminalColor
    /// The colour behind it.
    public var background: TerminalColor
    /// Attributes such as bold.
    public var attributes: Attributes

    /// Makes a style; the default is the terminal's own look.
    public init(
        foreground: TerminalColor = .standard, background: TerminalColor = .standard, attributes: Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}
