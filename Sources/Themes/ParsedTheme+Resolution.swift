internal import TextCanvas

extension ParsedTheme {
    /// Puts the file on top of its parent and checks every name it uses.
    ///
    /// The palettes are merged, so that a child may recolour its parent by changing a name; a role that the child
    /// writes replaces the parent's as a whole.
    func resolved(parent: ThemeDefinition?, file: String) -> (ThemeDefinition, [ThemeProblem]) {
        var definition = ThemeDefinition(
            name: name?.value ?? "", appearance: appearance ?? parent?.appearance ?? .dark,
            palette: (parent?.palette ?? [:]).merging(palette) { _, own in own },
            ansi16: parent?.ansi16 ?? [:], roles: parent?.roles ?? [:])
        // A recoloured name no longer looks like what the parent chose for 16 colours.
        for changed in palette.keys { definition.ansi16[changed] = nil }
        var problems = self.problems
        for (name, color) in ansi16 {
            definition.ansi16[name.value] = color
            if definition.palette[name.value] == nil {
                problems.append(Self.unknown(name, in: definition, file: file, extras: []))
            }
        }
        for reference in references
        where definition.palette[reference.value] == nil && ColorNotation.named(reference.value) == nil {
            problems.append(Self.unknown(reference, in: definition, file: file, extras: ColorNotation.ansiNames))
        }
        for (role, entry) in roles {
            definition.roles[role] = RoleDefinition(
                foreground: Self.settle(entry.foreground, in: definition),
                background: Self.settle(entry.background, in: definition), attributes: entry.attributes)
        }
        problems.sort { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
        return (definition, problems)
    }

    private static func unknown(
        _ name: Located<String>, in definition: ThemeDefinition, file: String, extras: [String]
    ) -> ThemeProblem {
        let hint = NearestName.suggestion(for: name.value, among: definition.palette.keys + extras)
        return ThemeProblem(
            file: file, line: name.line, column: name.column,
            message: "there is no colour '\(name.value)' in the palette\(hint)")
    }

    /// A name that the palette lacks can only be one of the 16.
    private static func settle(_ reference: ColorReference?, in definition: ThemeDefinition) -> ColorReference? {
        guard case .named(let name) = reference, definition.palette[name] == nil else { return reference }
        return ColorNotation.named(name).map { .literal($0) }
    }
}
