public import TextCanvas

/// What a drawing may know besides the state.
public struct RenderContext: Sendable {
    /// The time, for ages.
    public var now: WallTime
    /// The marks to draw with.
    public var glyphs: GlyphSet
    /// How much room the window has.
    public var tier: SizeTier
    /// True when wide columns were asked for.
    public var isWide: Bool
    /// False while a dialog, a prompt or a menu has the keys.
    public var isFocused: Bool
    /// True while nothing may be changed.
    public var isReadOnly: Bool
    /// Counts up while something is loading; 0 in pictures.
    public var spinnerFrame: Int
    /// The keys in force, for texts that name one.
    public var keymap: Keymap

    /// Makes a context.
    public init(
        now: WallTime, glyphs: GlyphSet = .ascii, tier: SizeTier = .medium, isWide: Bool = false,
        isFocused: Bool = true, isReadOnly: Bool = false, spinnerFrame: Int = 0, keymap: Keymap = .standard
    ) {
        self.now = now
        self.glyphs = glyphs
        self.tier = tier
        self.isWide = isWide
        self.isFocused = isFocused
        self.isReadOnly = isReadOnly
        self.spinnerFrame = spinnerFrame
        self.keymap = keymap
    }

    /// How long ago something was: `2m10s`; `-` when no time is known.
    public func age(of time: WallTime?) -> String {
        guard let time, time.seconds != 0 else { return "-" }
        return DurationText.compact(now.since(time))
    }
}
