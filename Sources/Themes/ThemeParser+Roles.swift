internal import TextCanvas
internal import Yams

extension ThemeParser {
    private static let fields = ["fg", "bg", "attr"]
    private static let attributeNames: [String: Attributes] = [
        "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse, "italic": .italic,
    ]

    mutating func readRoles(_ value: Node) {
        for (name, node) in entries(value, of: "roles") {
            guard let role = Role(rawValue: name.value) else {
                let hint = NearestName.suggestion(for: name.value, among: Role.allCases.map(\.rawValue))
                report("unknown role '\(name.value)'\(hint)", at: name)
                continue
            }
            theme.roles[role] = definition(node, of: name.value)
        }
    }

    private mutating func definition(_ node: Node, of role: String) -> RoleDefinition {
        guard node.mapping != nil else {
            return RoleDefinition(foreground: reference(node, of: role))
        }
        var definition = RoleDefinition()
        for (field, value) in entries(node, of: role) {
            switch field.value {
            case "fg": definition.foreground = reference(value, of: "\(role).fg")
            case "bg": definition.background = reference(value, of: "\(role).bg")
            case "attr": definition.attributes = attributes(value, of: "\(role).attr")
            default:
                let hint = NearestName.suggestion(for: field.value, among: Self.fields)
                report("unknown key '\(field.value)' in role '\(role)'; use fg, bg, attr\(hint)", at: field)
            }
        }
        return definition
    }

    private mutating func reference(_ node: Node, of owner: String) -> ColorReference? {
        guard let text = word(node, of: owner) else { return nil }
        if !ColorNotation.isLiteral(text.value), text.value != ColorNotation.standardName {
            theme.references.append(text)
            return .named(text.value)
        }
        guard let color = ColorNotation.color(text.value) else {
            report("'\(text.value)' is not a colour; write a name of the palette, \(ColorNotation.summary)", at: node)
            return nil
        }
        return .literal(color)
    }

    private mutating func attributes(_ node: Node, of owner: String) -> Attributes {
        let nodes = node.sequence.map { Array($0) } ?? [node]
        var attributes: Attributes = []
        for item in nodes {
            guard let text = word(item, of: owner) else { continue }
            if let attribute = Self.attributeNames[text.value] {
                attributes.insert(attribute)
            } else {
                let hint = NearestName.suggestion(for: text.value, among: Self.attributeNames.keys)
                report(
                    "unknown attribute '\(text.value)'; use bold, dim, underline, reverse, italic\(hint)", at: item)
            }
        }
        return attributes
    }
}
