/// What a piece of the screen *means*. Screens name roles; only themes name colours.
///
/// The raw value is the name in theme files. The groups follow the table "Themes" of the console's design.
public enum Role: String, Sendable, Hashable, CaseIterable {
    // Base
    case text, background, muted, faint, strong, accent, link
    // Focus
    case cursor, cursorIdle, mark, match, selection
    // Chrome
    case header, headerKey, headerValue, title, columnHead, columnSorted, crumb, crumbActive, key, keyLabel, prompt,
        ghost
    // State
    case ok, busy, wait, paused, ending, warn, error, ended, unknown
    // Change
    case added, changed, removed
    // Danger
    case danger, dangerFocus, protected
    // Data
    case string, number, time, boolean, property
    // Chart
    case series1, series2, series3, series4, axis, limit, low, mid, high
}
