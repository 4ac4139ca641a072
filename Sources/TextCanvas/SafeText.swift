/// Makes text from stores, files and the network harmless to look at.
public enum SafeText {
    /// The text with every scalar that could steer a terminal written as an escape: `\n`, `\t`, `\r`, `\x1b`, `\x9b`,
    /// `\u{2028}`, `\u{202e}`. Everything else is kept, so that the result can be shown or written to a log.
    public static func escaped(_ text: String) -> String {
        if DisplayWidth.plainLength(text) != nil { return text }
        guard text.unicodeScalars.contains(where: { escape(for: $0) != nil }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if let escape = escape(for: scalar) {
                result += escape
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// How a scalar is written when it must not reach the terminal; nil when it may.
    static func escape(for scalar: Unicode.Scalar) -> String? {
        let value = scalar.value
        if value >= 0x20 && value < 0x7f || value >= 0xa0 && value < 0x2028 { return nil }
        switch value {
        case 0x0a: return "\\n"
        case 0x09: return "\\t"
        case 0x0d: return "\\r"
        case 0...0x1f, 0x7f...0x9f: return "\\x" + hexadecimal(value, digits: 2)
        case 0x2028...0x202e, 0x2066...0x2069: return "\\u{" + hexadecimal(value, digits: 4) + "}"
        default: return nil
        }
    }

    /// True for scalars without a picture of their own about which terminals disagree.
    static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x61c { return false }
        switch value {
        case 0x61c, 0x200b, 0x200e, 0x200f, 0x2060, 0xfeff, 0xfe00...0xfe0f, 0xe0000...0xe01ef: return true
        default: return false
        }
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
