import TextCanvas

extension FormField {
    /// False for fields that only say something.
    var isEditable: Bool {
        if case .fixed = content { false } else { true }
    }
}

extension FormField.Content {
    /// Types into a text, or picks another option.
    mutating func apply(_ edit: TextEdit) {
        switch self {
        case .text(var line, let isSecret):
            line.apply(edit)
            self = .text(line, isSecret: isSecret)
        case .choice(let options, let selected):
            self = .choice(options, selected: Self.moved(selected, edit, options))
        case .radio(let options, let selected):
            self = .radio(options, selected: Self.moved(selected, edit, options))
        case .toggle(let isOn):
            if edit == .insert(" ") || edit == .left || edit == .right { self = .toggle(!isOn) }
        case .fixed: break
        }
    }

    private static func moved(_ selected: Int, _ edit: TextEdit, _ options: [String]) -> Int {
        guard !options.isEmpty else { return selected }
        switch edit {
        case .left: return (selected + options.count - 1) % options.count
        case .right, .insert(" "): return (selected + 1) % options.count
        case .home: return 0
        case .end: return options.count - 1
        case .insert(let letters):
            let lowered = letters.lowercased()
            let following = (1...options.count).map { (selected + $0) % options.count }
            return following.first { options[$0].lowercased().hasPrefix(lowered) } ?? selected
        default: return selected
        }
    }
}
