/// Whether a theme is drawn on a dark or on a light surface.
public enum ThemeAppearance: String, Sendable, Hashable, CaseIterable {
    case dark, light
}
