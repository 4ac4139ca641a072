public import TextCanvas

/// What a theme file says about one role.
public struct RoleDefinition: Sendable, Hashable {
    /// The colour of the text; nil takes the one of the role `text`.
    public var foreground: ColorReference?
    /// The colour behind it; nil takes the one of the role `background`.
    public var background: ColorReference?
    /// Attributes at every depth.
    public var attributes: Attributes

    /// Makes a definition.
    public init(
        foreground: ColorReference? = nil, background: ColorReference? = nil, attributes: Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}
