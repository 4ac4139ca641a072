/// One key press, as a keymap names it.
public enum Key: Sendable, Hashable {
    /// A printable scalar, as typed.
    case character(Character)
    /// Control with a letter, `a`…`z`; Ctrl-I, Ctrl-M and Ctrl-[ arrive as ``tab``, ``enter`` and ``escape``.
    case control(Character)
    /// Function key 1–12.
    case function(Int)
    case up, down, left, right, pageUp, pageDown, home, end
    case enter, escape, tab, backTab, backspace, delete, insert
}
