/// The format of a file of rows, whether or not it is packed with gzip.
public enum RowFileFormat: String, Sendable, Hashable, Codable, CaseIterable {
    /// Comma-separated values as in RFC 4180, with a header.
    case csv
    /// One JSON object per line.
    case jsonl

    /// The format that a name says, with or without `.gz` at its end: `.csv`, `.jsonl` or `.ndjson`, in any case.
    public init?(path: String) {
        var name = path.lowercased()
        if name.hasSuffix(".gz") { name.removeLast(3) }
        if name.hasSuffix(".csv") {
            self = .csv
        } else if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
            self = .jsonl
        } else {
            return nil
        }
    }
}
