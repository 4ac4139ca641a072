public import TextCanvas

/// A theme file with its inheritance resolved: everything that makes a ``Theme``, still by name.
///
/// Every name that a role uses is in ``palette``; ``ThemeLibrary`` refuses files of which that is not true.
public struct ThemeDefinition: Sendable, Hashable {
    /// What the theme is called.
    public var name: String
    /// The surface it is made for.
    public var appearance: ThemeAppearance
    /// Named colours, a parent's included.
    public var palette: [String: TerminalColor]
    /// How named colours look on terminals with 16 colours, where the nearest one would not do.
    public var ansi16: [String: TerminalColor]
    /// What each role looks like; a role that is missing looks like `text`.
    public var roles: [Role: RoleDefinition]

    /// Makes a definition.
    public init(
        name: String, appearance: ThemeAppearance, palette: [String: TerminalColor] = [:],
        ansi16: [String: TerminalColor] = [:], roles: [Role: RoleDefinition] = [:]
    ) {
        self.name = name
        self.appearance = appearance
        self.palette = palette
        self.ansi16 = ansi16
        self.roles = roles
    }

    /// The colour that a reference means, at a depth.
    func color(_ reference: ColorReference, depth: ColorDepth) -> TerminalColor {
        switch reference {
        case .literal(let color): Self.reduce(color, to: depth)
        case .named(let name):
            if depth == .ansi16, let override = ansi16[name] {
                override
            } else {
                Self.reduce(palette[name] ?? .standard, to: depth)
            }
        }
    }

    private static func reduce(_ color: TerminalColor, to depth: ColorDepth) -> TerminalColor {
        switch (color, depth) {
        case (_, .none), (.standard, _): .standard
        case (_, .trueColor): color
        case (.rgb(let red, let green, let blue), .indexed256):
            .indexed(TerminalPalette.nearestOf256(to: RGBColor(red: red, green: green, blue: blue)))
        case (.rgb(let red, let green, let blue), .ansi16):
            .indexed(TerminalPalette.nearestOf16(to: RGBColor(red: red, green: green, blue: blue)))
        case (.indexed(let index), .ansi16) where index > 15:
            .indexed(TerminalPalette.nearestOf16(to: TerminalPalette.all[Int(index)]))
        case (.indexed, _): color
        }
    }
}
