internal import CNcurses
internal import TextCanvas

/// Which bytes mean which key. Terminals rarely send what their description says (inside tmux, Home may come as
/// `ESC [ 1 ~` where terminfo has `ESC O H`), so the customary sequences are known beside the described ones.
struct KeySequences {
    private static let escape: UInt8 = 0x1B

    private var keys: [[UInt8]: Key]

    /// Only the customary sequences.
    init() {
        keys = Self.customary
    }

    /// The customary sequences, overridden by those of the open terminal.
    static func ofOpenTerminal() -> KeySequences {
        var sequences = KeySequences()
        for (capability, key) in described {
            guard let bytes = larder_screen_key(capability) else { continue }
            let sequence = [UInt8](
                UnsafeBufferPointer(start: bytes, count: length(of: bytes)).map(UInt8.init(bitPattern:)))
            // Anything shorter is a character, and those have their own meaning.
            if sequence.count > 2, sequence[0] == escape { sequences.keys[sequence] = key }
        }
        return sequences
    }

    /// The key of a whole sequence, from `ESC` to its last byte; nil when it means nothing to us.
    ///
    /// Shift and Ctrl are dropped from cursor keys; with Alt, or on function keys, modified sequences mean nothing.
    func key(for sequence: [UInt8]) -> Key? {
        if let key = keys[sequence] { return key }
        guard let plain = Self.withoutModifier(sequence), let key = keys[plain] else { return nil }
        if case .function = key { return nil }
        return key
    }

    /// `ESC [ 1 ; 5 A` → `ESC [ A`, `ESC [ 3 ; 2 ~` → `ESC [ 3 ~`; nil without a modifier, or with Alt or Meta.
    private static func withoutModifier(_ sequence: [UInt8]) -> [UInt8]? {
        guard sequence.count >= 6, let last = sequence.last else { return nil }
        let parameters = sequence[2..<(sequence.count - 1)].split(separator: UInt8(ascii: ";"))
        guard parameters.count == 2, let modifier = Int(String(decoding: parameters[1], as: UTF8.self)),
            (2...8).contains(modifier), (modifier - 1) & 2 == 0
        else { return nil }
        let isLetter = last != UInt8(ascii: "~")
        return [escape, UInt8(ascii: "[")] + (isLetter ? [] : Array(parameters[0])) + [last]
    }

    private static func length(of bytes: UnsafePointer<CChar>) -> Int {
        var length = 0
        while bytes[length] != 0 { length += 1 }
        return length
    }

    // MARK: Tables

    private static let described: [(String, Key)] =
        [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
            ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
            ("kent", .enter),
        ] + (1...12).map { ("kf\($0)", .function($0)) }

    private static let customary: [[UInt8]: Key] = {
        var table: [[UInt8]: Key] = [:]
        func add(_ text: String, _ key: Key) { table[[escape] + Array(text.utf8)] = key }
        for (letter, key) in [
            ("A", Key.up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
        ] {
            add("[\(letter)", key)
            add("O\(letter)", key)
        }
        for (number, key) in [
            (1, Key.home), (2, .insert), (3, .delete), (4, .end), (5, .pageUp), (6, .pageDown), (7, .home), (8, .end),
        ] {
            add("[\(number)~", key)
        }
        add("[Z", .backTab)
        add("OM", .enter)
        for (index, letter) in ["P", "Q", "R", "S"].enumerated() { add("O\(letter)", .function(index + 1)) }
        for (index, letter) in ["A", "B", "C", "D", "E"].enumerated() { add("[[\(letter)", .function(index + 1)) }
        for (index, number) in [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].enumerated() {
            add("[\(number)~", .function(index + 1))
        }
        // The number pad in the mode that terminals with `smkx` switch on.
        for (letter, character) in zip("jklmnopqrstuvwxyX", "*+,-./0123456789=") {
            add("O\(letter)", .character(character))
        }
        return table
    }()
}
