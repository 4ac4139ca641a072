/// The colours that a picture needs and a terminal would know: its own foreground and background, and the sixteen that
/// its user may have chosen.
public struct PicturePalette: Sendable, Hashable {
    /// One colour, 8 bits per part.
    public struct Color: Sendable, Hashable {
        /// The parts.
        public let red, green, blue: UInt8

        /// Makes a colour.
        public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
            (self.red, self.green, self.blue) = (red, green, blue)
        }

        /// As SVG and CSS write it: `#1d2021`.
        public var hexadecimal: String {
            "#"
                + [red, green, blue].map { part in
                    let digits = String(part, radix: 16)
                    return digits.count == 1 ? "0" + digits : digits
                }.joined()
        }
    }

    /// What ``TerminalColor/standard`` means for glyphs.
    public let foreground: Color
    /// What ``TerminalColor/standard`` means behind them.
    public let background: Color
    /// The colours 0–15.
    public let ansi16: [Color]

    /// Makes a palette; missing colours of the sixteen are the foreground.
    public init(foreground: Color, background: Color, ansi16: [Color] = PicturePalette.usualColors) {
        self.foreground = foreground
        self.background = background
        self.ansi16 = ansi16
    }

    /// The sixteen colours as xterm has them.
    public static let usualColors: [Color] = [
        Color(0, 0, 0), Color(205, 0, 0), Color(0, 205, 0), Color(205, 205, 0), Color(0, 0, 238), Color(205, 0, 205),
        Color(0, 205, 205), Color(229, 229, 229), Color(127, 127, 127), Color(255, 0, 0), Color(0, 255, 0),
        Color(255, 255, 0), Color(92, 92, 255), Color(255, 0, 255), Color(0, 255, 255), Color(255, 255, 255),
    ]

    /// Light text on a dark background.
    public static let dark = PicturePalette(foreground: Color(212, 212, 212), background: Color(24, 24, 27))

    /// Dark text on a light background.
    public static let light = PicturePalette(foreground: Color(36, 36, 36), background: Color(250, 250, 248))

    /// The colour as a picture can show it.
    ///
    /// - Parameters:
    ///   - color: a colour of a style.
    ///   - isBackground: what ``TerminalColor/standard`` stands for.
    public func resolved(_ color: TerminalColor, isBackground: Bool) -> Color {
        switch color {
        case .standard: isBackground ? background : foreground
        case .rgb(let red, let green, let blue): Color(red, green, blue)
        case .indexed(let index): indexed(Int(index))
        }
    }

    private func indexed(_ index: Int) -> Color {
        switch index {
        case ..<16: return ansi16.indices.contains(index) ? ansi16[index] : foreground
        case 232...:
            let gray = UInt8(8 + 10 * (index - 232))
            return Color(gray, gray, gray)
        default:
            let cube = index - 16
            return Color(level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        }
    }

    private func level(_ step: Int) -> UInt8 { step == 0 ? 0 : UInt8(55 + 40 * step) }
}
