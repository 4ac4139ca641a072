internal import FeatureModel

/// The names of a feature set's entities and features, which all become columns of one table.
struct ColumnNames {
    private var taken: [String: String] = [:]

    /// Checks a name and takes it.
    ///
    /// - Throws: where it is no name, reserved, or taken, be it in other letter cases.
    mutating func add(_ node: DocumentNode) throws(DocumentError) -> String {
        let name = try FeatureSetReader.name(node)
        // Stores compare columns without regard to case, so the reserved ones are reserved in every case.
        guard !NameRule.reserved.contains(name.lowercased()) else {
            throw node.error("the name \(name) is reserved: every table has such a column for itself")
        }
        if let earlier = taken.updateValue(name, forKey: name.lowercased()) {
            throw node.error(
                earlier == name
                    ? "the name \(name) is taken already"
                    : "the names \(earlier) and \(name) differ only in case, which stores do not tell apart")
        }
        return name
    }
}
