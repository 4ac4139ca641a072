import TextCanvas

/// How much a line of a log matters.
enum LogLevel: Int, Sendable, Hashable, Comparable, CaseIterable {
    case debug, info, warning, error

    /// The level that a line names in one of its first words; nil for a line that goes on with the one before.
    init?(line: String) {
        for word in line.split(separator: " ", maxSplits: 3).prefix(3) {
            switch word.trimmingPunctuation.lowercased() {
            case "trace", "debug": self = .debug
            case "info", "notice": self = .info
            case "warn", "warning": self = .warning
            case "error", "critical", "fatal": self = .error
            default: continue
            }
            return
        }
        return nil
    }

    /// More important ones are greater.
    static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }

    /// What a log shows that begins at this level.
    var title: String {
        switch self {
        case .debug: "all levels"
        case .info: "info and above"
        case .warning: "warnings and above"
        case .error: "errors"
        }
    }

    /// What a line of this level means.
    var role: Role {
        switch self {
        case .debug: .muted
        case .info: .text
        case .warning: .warn
        case .error: .error
        }
    }

    /// The next one to begin at; all levels after errors.
    var next: LogLevel { LogLevel(rawValue: rawValue + 1) ?? .debug }
}

extension Substring {
    fileprivate var trimmingPunctuation: Substring {
        drop { $0 == "[" || $0 == "<" }.prefix { $0 != "]" && $0 != ":" && $0 != ">" }
    }
}
