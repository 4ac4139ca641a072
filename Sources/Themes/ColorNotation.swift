internal import TextCanvas

/// How theme files write colours: `#rrggbb`, an index 0–255, an ANSI name, or `default`.
enum ColorNotation {
    /// The names of the 16 colours, in their order.
    static let ansiNames = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
        "bright-black", "bright-red", "bright-green", "bright-yellow",
        "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
    ]

    /// The word for the terminal's own colour.
    static let standardName = "default"

    /// What the notations are, for messages.
    static let summary = "'#rrggbb', an index 0-255, an ANSI name such as bright-blue, or default"

    /// Reads any notation; nil when it is none of them.
    static func color(_ text: String) -> TerminalColor? {
        if text.hasPrefix("#") { return hexadecimal(text.dropFirst()) }
        if let index = UInt8(text), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return .indexed(index) }
        return named(text)
    }

    /// Reads an ANSI name or `default`.
    static func named(_ text: String) -> TerminalColor? {
        if text == standardName { return .standard }
        return ansiNames.firstIndex(of: text).map { .indexed(UInt8($0)) }
    }

    /// True when the text can only be a colour written out, not the name of one.
    static func isLiteral(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return first == 0x23 || (first >= 0x30 && first <= 0x39)
    }

    private static func hexadecimal(_ digits: Substring) -> TerminalColor? {
        guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
        else { return nil }
        let color = RGBColor(hex: value)
        return .rgb(red: color.red, green: color.green, blue: color.blue)
    }
}
