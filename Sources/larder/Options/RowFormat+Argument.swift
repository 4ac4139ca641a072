public import ArgumentParser
public import FeatureModel

extension RowFormat: ExpressibleByArgument {}

extension RowFormat {
    /// Tells the format by a file's name, with or without `.gz`.
    init?(path: String) {
        let name = path.lowercased()
        let bare = name.hasSuffix(".gz") ? name.dropLast(3) : name[...]
        if bare.hasSuffix(".csv") {
            self = .csv
        } else if bare.hasSuffix(".jsonl") || bare.hasSuffix(".ndjson") {
            self = .jsonl
        } else {
            return nil
        }
    }
}
