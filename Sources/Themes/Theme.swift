public import TextCanvas

/// A theme, ready to draw with: the style of every role at every depth.
public struct Theme: Sendable, Hashable {
    /// What the theme is made of.
    public let definition: ThemeDefinition
    private let looks: [ColorDepth: [Role: RoleLook]]

    /// Below this contrast text on a lent background is drawn in the surface's own colour instead (16 colours only;
    /// with more, the theme's author decides and ``ThemeCheck`` measures).
    private static let leastContrast = 2.0
    /// The attributes that a surface lends along with its background.
    private static let lentAttributes: Attributes = [.reverse, .bold, .underline]

    /// Computes the tables for all depths.
    public init(_ definition: ThemeDefinition) {
        self.definition = definition
        var looks: [ColorDepth: [Role: RoleLook]] = [:]
        for depth in [ColorDepth.none, .ansi16, .indexed256, .trueColor] {
            looks[depth] = Self.looks(definition, depth: depth)
        }
        self.looks = looks
    }

    /// What the theme is called.
    public var name: String { definition.name }

    /// The surface it is made for.
    public var appearance: ThemeAppearance { definition.appearance }

    /// How to draw a role.
    ///
    /// - Parameters:
    ///   - role: what the text means.
    ///   - surface: the role whose background lies under the text, such as the cursor's row; nil for the role's own.
    ///   - depth: what the terminal can show; with `.none` only attributes differ.
    public func style(_ role: Role, surface: Role? = nil, depth: ColorDepth) -> TextStyle {
        let table = looks[depth] ?? [:]
        let base = table[.background]?.background ?? .standard
        let text = table[.text]?.foreground ?? .standard
        let own = table[role]
        // A role with a background of its own (a badge, a button) keeps it: its letters were chosen for that one.
        guard let surface, surface != role, surface != .background, surface != .text, own?.background == nil,
            let lender = table[surface]
        else {
            return TextStyle(
                foreground: own?.foreground ?? text, background: own?.background ?? base,
                attributes: own?.attributes ?? [])
        }
        let lenderText = lender.foreground ?? text
        let background = lender.background ?? base
        let foreground = role == .text ? lenderText : own?.foreground ?? lenderText
        let isLegible = depth != .ansi16 || Self.isLegible(foreground, on: background)
        return TextStyle(
            foreground: isLegible ? foreground : lenderText, background: background,
            attributes: (own?.attributes ?? []).union(lender.attributes.intersection(Self.lentAttributes)))
    }

    private static func isLegible(_ foreground: TerminalColor, on background: TerminalColor) -> Bool {
        guard let front = TerminalPalette.appearance(of: foreground),
            let back = TerminalPalette.appearance(of: background)
        else { return true }
        return front.contrast(with: back) >= leastContrast
    }

    private static func looks(_ definition: ThemeDefinition, depth: ColorDepth) -> [Role: RoleLook] {
        var looks: [Role: RoleLook] = [:]
        for role in Role.allCases {
            let entry = definition.roles[role] ?? RoleDefinition()
            looks[role] =
                depth == .none
                ? RoleLook(attributes: entry.attributes.union(MonochromeAttributes.of(role)))
                : RoleLook(
                    foreground: entry.foreground.map { definition.color($0, depth: depth) },
                    background: entry.background.map { definition.color($0, depth: depth) },
                    attributes: entry.attributes)
        }
        return looks
    }
}
