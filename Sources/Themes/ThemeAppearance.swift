public import TextCanvas

/// Whether a theme is drawn on a dark or on a light surface.
public enum ThemeAppearance: String, Sendable, Hashable, CaseIterable {
    case dark, light

    /// The appearance that suits a terminal with this background.
    ///
    /// - Parameter background: what the terminal answered; nil, or a colour that nobody knows, gives nil.
    public init?(background: TerminalColor?) {
        guard let background, let color = TerminalPalette.appearance(of: background) else { return nil }
        // Half way between black and white as the eye sees it.
        self = OKLabColor(color).lightness < 0.5 ? .dark : .light
    }
}
