/// Which characters the console draws with.
public enum GlyphSet: String, Sendable, Hashable, Codable, CaseIterable {
    /// Unicode where the locale is UTF-8, else ASCII.
    case auto
    case ascii
    case unicode
    /// Symbols of a patched font; never chosen by itself.
    case nerd
}
