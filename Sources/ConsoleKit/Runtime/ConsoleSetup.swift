public import TextCanvas
public import Themes

/// What a console is made of; handed in by whoever starts it.
public struct ConsoleSetup: Sendable {
    /// All kinds of view.
    public var catalog: ScreenCatalog
    /// The view to open on.
    public var opening: Route
    /// What the header shows at first.
    public var header: HeaderFacts
    /// Watches what the header shows and sends it anew when it changes; runs beside the loop until the end.
    public var headerFeed: (@Sendable (EffectSender<HeaderFacts>) async -> Void)?
    /// The theme to begin with.
    public var theme: Theme
    /// The theme that suits a terminal's background, where it tells that only later; nil where the theme was chosen.
    public var automaticTheme: (@Sendable (TerminalColor) -> Theme)?
    /// The themes that `:theme` offers.
    public var themes: [Theme]
    /// The marks; nil for Unicode where the terminal can, else ASCII.
    public var glyphs: GlyphSet.Name?
    /// Keys of `keys.yaml`, by action.
    public var keys: [ActionID: [Key]]
    /// The clocks.
    public var clock: ConsoleClock
    /// False for no spinner and at most one new frame per second without a key.
    public var hasMotion: Bool
    /// What a new notice is also told to, for the log file.
    public var noticed: @Sendable (Notice) -> Void

    /// Makes a setup.
    public init(
        catalog: ScreenCatalog, opening: Route, header: HeaderFacts, theme: Theme, themes: [Theme] = [],
        automaticTheme: (@Sendable (TerminalColor) -> Theme)? = nil,
        glyphs: GlyphSet.Name? = nil, keys: [ActionID: [Key]] = [:], clock: ConsoleClock = .system,
        hasMotion: Bool = true, headerFeed: (@Sendable (EffectSender<HeaderFacts>) async -> Void)? = nil,
        noticed: @escaping @Sendable (Notice) -> Void = { _ in }
    ) {
        self.catalog = catalog
        self.opening = opening
        self.header = header
        self.theme = theme
        self.themes = themes
        self.automaticTheme = automaticTheme
        self.glyphs = glyphs
        self.keys = keys
        self.clock = clock
        self.hasMotion = hasMotion
        self.headerFeed = headerFeed
        self.noticed = noticed
    }
}
