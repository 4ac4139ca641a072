/// The sequence OSC 52, by which a terminal takes text for the clipboard.
enum ClipboardSequence {
    /// More than this, encoded, is cut off or ignored by terminals.
    static let largestEncoding = 74 * 1024
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    /// GNU screen passes strings on in pieces of less than 768 bytes.
    private static let screenPiece = 700

    /// The bytes to send; nil when the text is too long, or the terminal is known not to take any.
    ///
    /// - Parameters:
    ///   - text: what to copy.
    ///   - environment: `TERM` names the terminal; `TMUX` and `STY` tell that a multiplexer has to pass it on.
    static func bytes(for text: String, environment: [String: String]) -> [UInt8]? {
        let encoded = base64(Array(text.utf8))
        guard SystemCommand.mayWork(environment), encoded.count <= largestEncoding else { return nil }
        let sequence = Array("\u{1B}]52;c;".utf8) + encoded + [0x07]
        if environment["TMUX"]?.isEmpty == false { return wrappedForTmux(sequence) }
        if environment["STY"]?.isEmpty == false { return wrappedForScreen(sequence) }
        return sequence
    }

    private static func wrappedForTmux(_ sequence: [UInt8]) -> [UInt8] {
        let doubled = sequence.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
        return Array("\u{1B}Ptmux;".utf8) + doubled + Array("\u{1B}\\".utf8)
    }

    private static func wrappedForScreen(_ sequence: [UInt8]) -> [UInt8] {
        stride(from: 0, to: sequence.count, by: screenPiece).flatMap { start in
            let piece = sequence[start..<min(start + screenPiece, sequence.count)]
            return Array("\u{1B}P".utf8) + piece + Array("\u{1B}\\".utf8)
        }
    }

    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var encoded: [UInt8] = []
        encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                let isPadding = place > group.count
                encoded.append(isPadding ? UInt8(ascii: "=") : alphabet[bits >> (18 - 6 * place) & 63])
            }
        }
        return encoded
    }
}
