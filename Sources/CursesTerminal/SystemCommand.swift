internal import TextCanvas

/// Operating system commands (`ESC ]`…), the part of a terminal's language that terminfo does not describe.
enum SystemCommand {
    /// Asks for the background colour, then for the kind of terminal, which all answer: no answer to the first
    /// question need be waited for once the second has come.
    static let backgroundQuestion = Array("\u{1B}]11;?\u{7}\u{1B}[c".utf8)

    /// False for terminals that are known to print such commands or to choke on them.
    static func mayWork(_ environment: [String: String]) -> Bool {
        let name = environment["TERM"] ?? ""
        return !["linux", "vt", "dumb", "ansi", "cons"].contains { name.hasPrefix($0) }
    }

    /// True for the answer to the second question of ``backgroundQuestion``.
    static func isKindOfTerminal(_ answer: String) -> Bool {
        answer.hasPrefix("\u{1B}[?") && answer.hasSuffix("c")
    }

    /// The colour in an answer such as `11;rgb:1c1c/1d1d/2626`; nil when it is another answer.
    static func background(_ answer: String) -> TerminalColor? {
        let prefix = "11;rgb:"
        guard answer.hasPrefix(prefix) else { return nil }
        let channels = answer.dropFirst(prefix.count).split(separator: "/").compactMap { digits -> UInt8? in
            guard (1...4).contains(digits.count), let value = UInt(digits, radix: 16) else { return nil }
            let largest = UInt(1) << (4 * UInt(digits.count)) - 1
            return UInt8(value * 255 / largest)
        }
        return channels.count == 3 ? .rgb(red: channels[0], green: channels[1], blue: channels[2]) : nil
    }
}
