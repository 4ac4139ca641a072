internal import TextCanvas

/// Turns the bytes that a terminal sends into events. Pure: it reads nothing and knows no time but what it is told,
/// so bytes may arrive in any portions.
///
/// What it cannot understand it swallows as a whole, so that no part of a sequence is taken for keys.
struct InputDecoder {
    private enum State {
        case ground
        /// A scalar of UTF-8 that lacks bytes.
        case scalar([UInt8], missing: Int, isMeta: Bool)
        /// `ESC`, which may be a key or the beginning of something.
        case escape
        /// `ESC [` or `ESC O` and what followed.
        case sequence([UInt8])
        /// The three bytes of an old mouse report.
        case mouseReport([UInt8])
        /// An answer of the terminal, until `BEL` or `ESC \`.
        case answer(afterEscape: Bool)
        /// Between the marks of a bracketed paste.
        case paste
    }

    private static let escape: UInt8 = 0x1B
    private static let pasteStart = Array("\u{1B}[200~".utf8)
    private static let pasteEnd = Array("\u{1B}[201~".utf8)
    /// A longer paste is delivered in pieces.
    static let longestPaste = 1 << 20
    private static let longestSequence = 64
    private static let longestAnswer = 4096
    private static let keptAnswers = 8

    /// What the terminal answered to questions, oldest first: the inside of `ESC ]`…, or `ESC [ ?`… as a whole.
    private(set) var answers: [String] = []
    private var answerText: [UInt8] = []

    private let sequences: KeySequences
    private var state = State.ground
    private var clicks = ClickCounter()
    /// The text of the paste under way; not in the state, where each byte would copy all of it.
    private var pasteText: [UInt8] = []

    /// Makes a decoder.
    init(sequences: KeySequences = KeySequences()) {
        self.sequences = sequences
    }

    /// How many milliseconds to wait for more bytes before calling ``flush()``; nil when nothing is pending.
    var patience: Int? {
        switch state {
        case .ground: nil
        case .escape: 25
        case .scalar, .sequence, .mouseReport, .answer: 250
        case .paste: 1000
        }
    }

    /// Takes bytes and returns the events they complete; `time` in milliseconds tells double clicks.
    mutating func feed(_ bytes: some Sequence<UInt8>, time: Int64) -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        for byte in bytes { accept(byte, time: time, into: &events) }
        return events
    }

    /// Says that no more bytes came: a lone `ESC` was the key, anything else that is unfinished is given up,
    /// save the text of a paste.
    mutating func flush() -> [TerminalEvent] {
        defer { state = .ground }
        switch state {
        case .escape: return [.key(.escape)]
        case .scalar(_, _, isMeta: false): return [.key(.character("\u{FFFD}"))]
        case .paste: return takePaste()
        case .ground, .scalar, .sequence, .mouseReport, .answer: return []
        }
    }

    // MARK: Bytes

    private mutating func accept(_ byte: UInt8, time: Int64, into events: inout [TerminalEvent]) {
        switch state {
        case .ground: acceptPlain(byte, isMeta: false, into: &events)
        case .escape: acceptAfterEscape(byte, into: &events)
        case .scalar(let bytes, let missing, let isMeta):
            acceptContinuation(byte, after: bytes, missing: missing, isMeta: isMeta, into: &events)
        case .sequence(let bytes): acceptInSequence(byte, after: bytes, time: time, into: &events)
        case .mouseReport(let bytes): acceptInReport(byte, after: bytes, time: time, into: &events)
        case .answer(let afterEscape): acceptInAnswer(byte, afterEscape: afterEscape)
        case .paste: acceptInPaste(byte, into: &events)
        }
    }

    private mutating func acceptPlain(_ byte: UInt8, isMeta: Bool, into events: inout [TerminalEvent]) {
        state = .ground
        switch byte {
        case Self.escape: state = .escape
        case 0xC2...0xDF: state = .scalar([byte], missing: 1, isMeta: isMeta)
        case 0xE0...0xEF: state = .scalar([byte], missing: 2, isMeta: isMeta)
        case 0xF0...0xF4: state = .scalar([byte], missing: 3, isMeta: isMeta)
        default:
            if !isMeta, let key = Self.key(byte) { events.append(.key(key)) }
        }
    }

    private static func key(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x01...0x1A: .control(Character(UnicodeScalar(byte + 0x60)))
        case 0x20...0x7E: .character(Character(UnicodeScalar(byte)))
        case 0x80...0xFF: .character("\u{FFFD}")
        default: nil
        }
    }

    private mutating func acceptAfterEscape(_ byte: UInt8, into events: inout [TerminalEvent]) {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "O"): state = .sequence([Self.escape, byte])
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
            answerText = []
            state = .answer(afterEscape: false)
        case Self.escape: events.append(.key(.escape))
        default: acceptPlain(byte, isMeta: true, into: &events)
        }
    }

    private mutating func acceptContinuation(
        _ byte: UInt8, after bytes: [UInt8], missing: Int, isMeta: Bool, into events: inout [TerminalEvent]
    ) {
        guard (0x80...0xBF).contains(byte) else {
            if !isMeta { events.append(.key(.character("\u{FFFD}"))) }
            acceptPlain(byte, isMeta: false, into: &events)
            return
        }
        guard missing == 1 else {
            state = .scalar(bytes + [byte], missing: missing - 1, isMeta: isMeta)
            return
        }
        state = .ground
        // Text that is not UTF-8 after all comes out as U+FFFD here, as one character or several.
        if !isMeta { events += String(decoding: bytes + [byte], as: UTF8.self).map { .key(.character($0)) } }
    }

    // MARK: Sequences

    private mutating func acceptInSequence(
        _ byte: UInt8, after bytes: [UInt8], time: Int64, into events: inout [TerminalEvent]
    ) {
        let isFirst = bytes.count == 2
        let isControlSequence = bytes[1] == UInt8(ascii: "[")
        if byte < 0x20 || byte > 0x7E || bytes.count >= Self.longestSequence {
            acceptPlain(byte, isMeta: false, into: &events)
        } else if isControlSequence, isFirst, byte == UInt8(ascii: "M") {
            state = .mouseReport([])
        } else if isControlSequence, isFirst, byte == UInt8(ascii: "[") {
            state = .sequence(bytes + [byte])
        } else if byte < 0x40 {
            state = .sequence(bytes + [byte])
        } else {
            state = .ground
            finish(bytes + [byte], time: time, into: &events)
        }
    }

    private mutating func finish(_ sequence: [UInt8], time: Int64, into events: inout [TerminalEvent]) {
        if sequence == Self.pasteStart {
            state = .paste
        } else if sequence.count > 3, sequence[2] == UInt8(ascii: "<") {
            if let event = mouse(sequence, time: time) { events.append(.mouse(event)) }
        } else if let key = sequences.key(for: sequence) {
            events.append(.key(key))
        } else if sequence[2] == UInt8(ascii: "?") {
            keepAnswer(sequence)
        }
    }

    private mutating func acceptInAnswer(_ byte: UInt8, afterEscape: Bool) {
        if byte == 0x07 || afterEscape && byte == UInt8(ascii: "\\") {
            keepAnswer(answerText)
            state = .ground
        } else {
            if byte != Self.escape, answerText.count < Self.longestAnswer { answerText.append(byte) }
            state = .answer(afterEscape: byte == Self.escape)
        }
    }

    private mutating func keepAnswer(_ bytes: [UInt8]) {
        answers.append(String(decoding: bytes, as: UTF8.self))
        if answers.count > Self.keptAnswers { answers.removeFirst() }
    }

    private mutating func acceptInPaste(_ byte: UInt8, into events: inout [TerminalEvent]) {
        pasteText.append(byte)
        if byte == Self.pasteEnd.last, pasteText.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) {
            pasteText.removeLast(Self.pasteEnd.count)
            state = .ground
            events += takePaste()
        } else if pasteText.count >= Self.longestPaste, byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "[") {
            events += takePaste()
        }
    }

    /// The text so far, with the line ends that terminals turn into carriage returns turned back.
    private mutating func takePaste() -> [TerminalEvent] {
        defer { pasteText = [] }
        let text = String(decoding: pasteText, as: UTF8.self)
        // A carriage return and a line feed are one Character.
        let plain = String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
        return plain.isEmpty ? [] : [.paste(plain)]
    }

    // MARK: Mouse

    /// `ESC [ < button ; column ; row M` for a press, `m` for a release.
    private mutating func mouse(_ sequence: [UInt8], time: Int64) -> MouseEvent? {
        let numbers = sequence[3..<(sequence.count - 1)].split(separator: UInt8(ascii: ";"))
            .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 3, sequence.last == UInt8(ascii: "M") else { return nil }
        return mouse(button: numbers[0], column: numbers[1] - 1, row: numbers[2] - 1, time: time)
    }

    /// `ESC [ M` and three bytes: button, column and row, each with 32 added.
    private mutating func acceptInReport(
        _ byte: UInt8, after bytes: [UInt8], time: Int64, into events: inout [TerminalEvent]
    ) {
        let report = bytes + [byte]
        guard report.count == 3 else {
            state = .mouseReport(report)
            return
        }
        state = .ground
        let numbers = report.map { Int($0) - 32 }
        if let event = mouse(button: numbers[0], column: numbers[1] - 1, row: numbers[2] - 1, time: time) {
            events.append(.mouse(event))
        }
    }

    private mutating func mouse(button: Int, column: Int, row: Int, time: Int64) -> MouseEvent? {
        guard column >= 0, row >= 0, button >= 0 else { return nil }
        let position = Position(column: column, row: row)
        // Shift, Meta and Ctrl are bits 2-4; bit 5 is set while the pointer moves.
        switch button & ~0b11100 {
        case 0: return MouseEvent(action: clicks.press(at: position, time: time), position: position)
        case 64: return MouseEvent(action: .wheelUp, position: position)
        case 65: return MouseEvent(action: .wheelDown, position: position)
        default: return nil
        }
    }
}
