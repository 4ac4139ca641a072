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
}
