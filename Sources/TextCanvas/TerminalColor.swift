/// A colour as a terminal understands it.
public enum TerminalColor: Sendable, Hashable {
    /// The terminal's own foreground or background.
    case standard
    /// An index of the terminal's palette: 0–7 or 0–15 with few colours, 0–255 with many.
    case indexed(UInt8)
    /// 24-bit colour; only on terminals whose description offers it, and in pictures.
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
}
