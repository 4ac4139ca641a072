/// Raw bytes made readable: digits at the left, what is printable at the right.
enum HexText {
    private static let digits = Array("0123456789abcdef")

    /// Two digits of a byte.
    static func byte(_ byte: UInt8) -> String { String([digits[Int(byte >> 4)], digits[Int(byte & 15)]]) }

    /// Lines of `perLine` bytes: offset, digits, printable ASCII with dots for everything else.
    static func lines(_ bytes: [UInt8], perLine: Int = 16) -> [String] {
        stride(from: 0, to: bytes.count, by: perLine).map { start in
            let part = bytes[start..<min(start + perLine, bytes.count)]
            let hex = part.map(byte).joined(separator: " ")
            let padding = String(repeating: " ", count: perLine * 3 - 1 - hex.utf8.count)
            let text = part.map { (0x20...0x7e).contains($0) ? Character(Unicode.Scalar($0)) : "." }
            return "\(offset(start))  \(hex)\(padding)  \(String(text))"
        }
    }

    private static func offset(_ offset: Int) -> String {
        let text = String(offset, radix: 16)
        return String(repeating: "0", count: max(0, 6 - text.count)) + text
    }
}
