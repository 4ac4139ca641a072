/// The marks that the console draws besides text: one set for every terminal, a prettier one for UTF-8 locales.
public struct GlyphSet: Sendable, Hashable {
    /// The name in the configuration (`glyphs: ascii | unicode`).
    public enum Name: String, Sendable, Hashable, CaseIterable {
        case ascii, unicode
    }

    /// Which set it is.
    public let name: Name
    /// State marks: ok or running, pending, starting or ending.
    public let running, pending, starting: String
    /// State marks: suspended, completed, aborted, error.
    public let suspended, completed, aborted, error: String
    /// A state that nobody can tell.
    public let unknown: String
    /// Marks after the heading of the sorted column.
    public let sortedUp, sortedDown: String
    /// Marks at the left of a row.
    public let marked, cursor: String
    /// What stands before the number of hidden columns.
    public let more: String
    /// Horizontal rule, vertical rule, the cell before a tree's child.
    public let rule, bar, branch: String
    /// The corners of a dialog, from the top left clockwise.
    public let corners: [String]
    /// The parts of a chart, from the lowest to the highest.
    public let chart: [String]
    /// The full and the empty cell of a progress bar.
    public let full, empty: String
    /// The frames of the spinner.
    public let spinner: [String]
    /// What stands for text that was cut away; one column wide.
    public let ellipsis: String

    /// ASCII alone: for every terminal and locale.
    public static let ascii = GlyphSet(
        name: .ascii, running: "*", pending: "o", starting: "~", suspended: "=", completed: ".", aborted: "x",
        error: "!", unknown: "?", sortedUp: "^", sortedDown: "v", marked: "+", cursor: ">", more: "+", rule: "-",
        bar: "|", branch: "|--", corners: ["+", "+", "+", "+"], chart: [" ", ".", ":"], full: "#", empty: ".",
        spinner: ["|", "/", "-", "\\"], ellipsis: "~")

    /// For UTF-8 locales. Every glyph is one column wide.
    public static let unicode = GlyphSet(
        name: .unicode, running: "●", pending: "○", starting: "◐", suspended: "‖", completed: "✓", aborted: "⊘",
        error: "✗", unknown: "?", sortedUp: "▲", sortedDown: "▼", marked: "▌", cursor: "❯", more: "⋯", rule: "─",
        bar: "│", branch: "├─", corners: ["┌", "┐", "┘", "└"],
        chart: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], full: "█", empty: "░",
        spinner: ["◜", "◝", "◞", "◟"], ellipsis: "…")

    /// The set with a name.
    public static func named(_ name: Name) -> GlyphSet {
        switch name {
        case .ascii: .ascii
        case .unicode: .unicode
        }
    }
}
