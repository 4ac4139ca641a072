/// Splits what a program writes into glyphs, control characters and sequences.
struct ControlParser: Sendable {
    /// One thing that a program asked for.
    enum Control: Sendable, Equatable {
        case glyph(Unicode.Scalar)
        /// A control character, 0x00–0x1F.
        case control(UInt8)
        /// `ESC` and a letter.
        case escape(UInt8)
        /// `ESC` with an intermediate byte: character sets and the like.
        case designation(UInt8, UInt8)
        /// `ESC [`; `marker` is `?`, `>` or 0, parameters that are left out are nil.
        case sequence(marker: UInt8, parameters: [Int?], final: UInt8)
        /// `ESC ]` up to its terminator: titles, the clipboard.
        case systemCommand([UInt8])
    }

    private enum State: Sendable {
        case ground
        case scalar([UInt8], missing: Int)
        case escape
        case designation(UInt8)
        case sequence([UInt8])
        case linuxFunctionKey
        case string([UInt8], isSystemCommand: Bool)
    }

    private var state = State.ground

    /// Takes one byte; answers what it completes.
    mutating func accept(_ byte: UInt8) -> Control? {
        switch state {
        case .ground: return acceptPlain(byte)
        case .scalar(let bytes, let missing): return acceptContinuation(byte, after: bytes, missing: missing)
        case .escape: return acceptAfterEscape(byte)
        case .designation(let kind):
            state = .ground
            return .designation(kind, byte)
        case .linuxFunctionKey:
            state = .ground
            return nil
        case .sequence(let bytes): return acceptInSequence(byte, after: bytes)
        case .string(let bytes, let isSystemCommand):
            return acceptInString(byte, after: bytes, isSystemCommand: isSystemCommand)
        }
    }

    private mutating func acceptPlain(_ byte: UInt8) -> Control? {
        state = .ground
        switch byte {
        case 0x1B: state = .escape
        case 0x00..<0x20: return .control(byte)
        case 0x20..<0x7F: return .glyph(Unicode.Scalar(byte))
        case 0xC2...0xDF: state = .scalar([byte], missing: 1)
        case 0xE0...0xEF: state = .scalar([byte], missing: 2)
        case 0xF0...0xF4: state = .scalar([byte], missing: 3)
        case 0x7F: break
        default: return .glyph("\u{FFFD}")
        }
        return nil
    }

    private mutating func acceptContinuation(_ byte: UInt8, after bytes: [UInt8], missing: Int) -> Control? {
        guard byte & 0xC0 == 0x80 else { return acceptPlain(byte) }
        guard missing == 1 else {
            state = .scalar(bytes + [byte], missing: missing - 1)
            return nil
        }
        state = .ground
        return String(decoding: bytes + [byte], as: UTF8.self).unicodeScalars.first.map { .glyph($0) }
    }

    private mutating func acceptAfterEscape(_ byte: UInt8) -> Control? {
        switch byte {
        case UInt8(ascii: "["): state = .sequence([])
        case UInt8(ascii: "]"): state = .string([], isSystemCommand: true)
        case UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            state = .string([], isSystemCommand: false)
        case 0x20...0x2F: state = .designation(byte)
        default:
            state = .ground
            return .escape(byte)
        }
        return nil
    }

    private mutating func acceptInSequence(_ byte: UInt8, after bytes: [UInt8]) -> Control? {
        if byte == 0x1B {
            state = .escape
        } else if byte < 0x20 {
            // Control characters act in the middle of a sequence.
            return .control(byte)
        } else if byte < 0x40 {
            state = .sequence(bytes + [byte])
        } else if byte == UInt8(ascii: "["), bytes.isEmpty {
            state = .linuxFunctionKey
        } else {
            state = .ground
            return Self.sequence(bytes, final: byte)
        }
        return nil
    }

    private static func sequence(_ bytes: [UInt8], final: UInt8) -> Control {
        let marker = bytes.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil } ?? 0
        let digits = bytes.drop { (0x3C...0x3F).contains($0) }.filter { $0 >= 0x30 }
        let parameters = digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) }
        return .sequence(marker: marker, parameters: parameters, final: final)
    }

    private mutating func acceptInString(_ byte: UInt8, after bytes: [UInt8], isSystemCommand: Bool) -> Control? {
        let isStringEnd = bytes.last == 0x1B && byte == UInt8(ascii: "\\")
        // The Linux console's palette commands have no terminator: `ESC ] R` and `ESC ] P` with seven digits.
        let isLinuxCommand =
            isSystemCommand
            && (bytes.isEmpty && byte == UInt8(ascii: "R") || bytes.count == 7 && bytes[0] == UInt8(ascii: "P"))
        guard byte == 0x07 || isStringEnd || isLinuxCommand else {
            state = .string(bytes + [byte], isSystemCommand: isSystemCommand)
            return nil
        }
        state = .ground
        guard isSystemCommand else { return nil }
        return .systemCommand(isStringEnd ? bytes.dropLast() : isLinuxCommand ? bytes + [byte] : bytes)
    }
}
