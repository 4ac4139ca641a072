/// How many colours a terminal can show.
public enum ColorDepth: Int, Sendable, Hashable, Comparable {
    /// None, or the operator asked for none (`NO_COLOR`): attributes only.
    case none = 0
    /// The 16 colours of the user's palette (8 on old terminals).
    case ansi16 = 4
    /// The 256-colour palette.
    case indexed256 = 8
    /// 24 bits per colour.
    case trueColor = 24

    /// Fewer colours come first.
    public static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}
