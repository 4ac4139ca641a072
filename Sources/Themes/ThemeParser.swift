internal import TextCanvas
internal import Yams

/// Reads the text of a theme file. It goes on after a mistake, so that one run names all of them.
struct ThemeParser {
    private static let keys = ["name", "appearance", "extends", "palette", "roles", "ansi16"]

    let file: String
    var theme = ParsedTheme()

    private init(file: String) {
        self.file = file
    }

    /// Reads a file's text; what is wrong with it is in the result's `problems`.
    static func parse(_ text: String, file: String) -> ParsedTheme {
        var parser = ThemeParser(file: file)
        do {
            guard let root = try compose(yaml: text) else {
                parser.report("the file is empty; a theme needs at least name and extends, or name and appearance")
                return parser.theme
            }
            parser.readRoot(root)
        } catch let error as YamlError {
            parser.report(error)
        } catch {
            parser.report("the file is not YAML: \(error)")
        }
        return parser.theme
    }

    private mutating func readRoot(_ root: Node) {
        guard let mapping = root.mapping else {
            return report("a theme is a mapping with the keys \(Self.keys.joined(separator: ", "))", at: root)
        }
        for (key, value) in mapping {
            readEntry(key, value)
        }
        if theme.name == nil, theme.problems.isEmpty {
            report("the key 'name' is missing; write name: and what the theme is called", at: root)
        }
        if theme.appearance == nil, theme.parent == nil, theme.problems.isEmpty {
            report("the key 'appearance' is missing; write appearance: dark or light, or extends: a theme", at: root)
        }
    }

    private mutating func readEntry(_ key: Node, _ value: Node) {
        switch key.scalar?.string {
        case "name": theme.name = word(value, of: "name")
        case "extends": theme.parent = word(value, of: "extends")
        case "appearance": readAppearance(value)
        case "palette": readPalette(value)
        case "ansi16": readOverrides(value)
        case "roles": readRoles(value)
        case let unknown:
            let name = unknown ?? "?"
            let hint = NearestName.suggestion(for: name, among: Self.keys)
            report("unknown key '\(name)'\(hint)", at: key)
        }
    }

    private mutating func readAppearance(_ value: Node) {
        guard let text = word(value, of: "appearance") else { return }
        theme.appearance = ThemeAppearance(rawValue: text.value)
        if theme.appearance == nil {
            report("appearance is '\(text.value)'; it must be dark or light", at: value)
        }
    }

    private mutating func readPalette(_ value: Node) {
        for (name, color) in entries(value, of: "palette") {
            if ColorNotation.isLiteral(name.value) || name.value == ColorNotation.standardName {
                report("'\(name.value)' cannot be the name of a colour; start it with a letter", at: name)
            } else if let color = literal(color, of: name.value) {
                theme.palette[name.value] = color
            }
        }
    }

    private mutating func readOverrides(_ value: Node) {
        for (name, node) in entries(value, of: "ansi16") {
            guard let color = literal(node, of: name.value) else { continue }
            switch color {
            case .standard, .indexed(0...15): theme.ansi16.append((name, color))
            case .indexed, .rgb:
                report(
                    "ansi16 gives '\(name.value)' a colour beyond the 16; use an index 0-15 or an ANSI name", at: node)
            }
        }
    }

    // MARK: Reading values

    /// The pairs of a mapping; anything else is reported.
    mutating func entries(_ node: Node, of owner: String) -> [(name: Located<String>, value: Node)] {
        if isMissing(node) { return [] }
        guard let mapping = node.mapping else {
            report("'\(owner)' must be a mapping of names to values", at: node)
            return []
        }
        return mapping.compactMap { key, value in
            guard let name = word(key, of: owner) else { return nil }
            return (name, value)
        }
    }

    /// A scalar as text; anything else is reported.
    mutating func word(_ node: Node, of owner: String) -> Located<String>? {
        guard let scalar = node.scalar, !isMissing(node) else {
            report(
                "'\(owner)' has no value"
                    + (node.scalar == nil ? " of one word" : "; put a colour that starts with # in quotes"), at: node)
            return nil
        }
        return Located(value: scalar.string, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    /// True for nothing after the colon, which is also what an unquoted `#rrggbb` turns into.
    func isMissing(_ node: Node) -> Bool {
        guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
    }

    private mutating func literal(_ node: Node, of owner: String) -> TerminalColor? {
        guard let text = word(node, of: owner) else { return nil }
        if let color = ColorNotation.color(text.value) { return color }
        let hint = NearestName.suggestion(for: text.value, among: ColorNotation.ansiNames)
        report("'\(text.value)' is not a colour; write \(ColorNotation.summary)\(hint)", at: node)
        return nil
    }

    // MARK: Reporting

    mutating func report(_ message: String, at node: Node) {
        report(message, line: node.mark?.line, column: node.mark?.column)
    }

    mutating func report(_ message: String, at place: Located<String>) {
        report(message, line: place.line, column: place.column)
    }

    private mutating func report(_ message: String, line: Int? = 1, column: Int? = 1) {
        theme.problems.append(ThemeProblem(file: file, line: line, column: column, message: message))
    }

    private mutating func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            report("the file is not YAML: \(problem)", line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(let names, let context):
            report(
                "'\(names.joined(separator: "', '"))' is written twice", line: context.mark.line,
                column: context.mark.column)
        default:
            report("the file is not YAML: \(error)")
        }
    }
}
