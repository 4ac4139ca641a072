extension Key {
    private static let names: [(name: String, key: Key)] = [
        ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("pgup", .pageUp), ("pgdn", .pageDown),
        ("home", .home), ("end", .end), ("enter", .enter), ("esc", .escape), ("tab", .tab), ("shift-tab", .backTab),
        ("backspace", .backspace), ("delete", .delete), ("insert", .insert), ("space", .character(" ")),
    ]

    /// The name in hint lines, help and `keys.yaml`: `enter`, `esc`, `pgdn`, `ctrl-l`, `F5`, `space`, or the
    /// character itself.
    public var name: String {
        if let known = Self.names.first(where: { $0.key == self }) { return known.name }
        switch self {
        case .control(let letter): return "ctrl-\(letter)"
        case .function(let number): return "F\(number)"
        case .character(let character): return SafeText.escaped(String(character))
        default: return "?"
        }
    }

    /// Reads a key's name, as ``name`` writes it; the case of names (not of single characters) does not matter.
    public init?(name: String) {
        if name.count == 1, let character = name.first {
            self = .character(character)
            return
        }
        let lowered = name.lowercased()
        if let known = Self.names.first(where: { $0.name == lowered }) {
            self = known.key
        } else if lowered.hasPrefix("ctrl-"), lowered.count == 6, let letter = lowered.last, letter.isLetter {
            self = .control(letter)
        } else if lowered.hasPrefix("f"), let number = Int(lowered.dropFirst()), (1...12).contains(number) {
            self = .function(number)
        } else {
            return nil
        }
    }
}
