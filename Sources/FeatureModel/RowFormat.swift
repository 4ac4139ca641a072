/// A format of files that hold rows.
public enum RowFormat: String, Sendable, Hashable, Codable, CaseIterable {
    /// Comma-separated values with a header (RFC 4180).
    case csv
    /// One JSON object a line.
    case jsonl
}
