/// One change to a line of text being typed.
public enum TextEdit: Sendable, Hashable {
    /// Characters typed, or a paste as one piece; control characters in it are left out.
    case insert(String)
    /// Removes the character before, or behind, the insertion point.
    case backspace, deleteForward
    /// Moves the insertion point.
    case left, right, home, end
    /// Removes the word before the insertion point (Ctrl-W), or everything before it (Ctrl-U).
    case deleteWord, deleteToStart

    /// The edit that a key means in a line of text; nil for keys that edit nothing.
    public init?(_ key: Key) {
        switch key {
        case .character(let character): self = .insert(String(character))
        case .backspace: self = .backspace
        case .delete: self = .deleteForward
        case .left: self = .left
        case .right: self = .right
        case .home: self = .home
        case .end: self = .end
        case .control("w"): self = .deleteWord
        case .control("u"): self = .deleteToStart
        default: return nil
        }
    }
}
