public import FeatureModel

extension RowFormat {
    /// The format that a file's name says, with or without `.gz` at its end: `.csv`, `.jsonl` or `.ndjson`, in any case.
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
