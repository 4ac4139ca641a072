internal import TextCanvas

/// One role at one depth, ready to be combined with the surface under it.
struct RoleLook: Sendable, Hashable {
    /// The role's own colour; nil takes the text's.
    var foreground: TerminalColor?
    /// The role's own background; nil takes the base's.
    var background: TerminalColor?
    var attributes: Attributes
}
