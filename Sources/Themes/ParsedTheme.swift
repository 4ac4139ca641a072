internal import TextCanvas

/// A theme file as written, before its parent is known.
struct ParsedTheme: Sendable {
    var name: Located<String>?
    var appearance: ThemeAppearance?
    var parent: Located<String>?
    var palette: [String: TerminalColor] = [:]
    var ansi16: [(name: Located<String>, color: TerminalColor)] = []
    var roles: [Role: RoleDefinition] = [:]
    /// Every palette name that a role of this file uses, with its place.
    var references: [Located<String>] = []
    /// What is wrong so far.
    var problems: [ThemeProblem] = []
}
