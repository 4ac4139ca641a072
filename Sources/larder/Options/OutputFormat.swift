import ArgumentParser

/// The forms in which a command writes its data.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// Aligned columns for people.
    case table
    /// One JSON document.
    case json
    /// One JSON object a line.
    case jsonl
    /// Comma-separated values with a header.
    case csv
    /// One YAML document.
    case yaml
    /// Only the names, one a line.
    case name

    /// True where errors are objects too.
    var isJSON: Bool { self == .json || self == .jsonl }

    /// The form that arguments name which could not be parsed as a whole.
    static func named(in arguments: [String]) -> OutputFormat? {
        for (index, argument) in arguments.enumerated() {
            if argument == "-o" || argument == "--output" {
                return index + 1 < arguments.count ? OutputFormat(rawValue: arguments[index + 1]) : nil
            }
            if argument.hasPrefix("--output=") { return OutputFormat(rawValue: String(argument.dropFirst(9))) }
        }
        return nil
    }
}
