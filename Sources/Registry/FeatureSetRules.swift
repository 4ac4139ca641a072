import FeatureModel

/// What every feature set must fulfil by itself (spec section 6.1 and the page on identity and time).
struct FeatureSetRules {
    let set: FeatureSet

    func check() throws(RegistryError) {
        try checkNames()
        try checkColumns()
        try checkLabels(set.labels, of: "the feature set")
        for feature in set.features { try checkLabels(feature.labels, of: "feature \(feature.name)") }
    }

    private func checkNames() throws(RegistryError) {
        try checkName(set.reference.project.rawValue, of: "project")
        try checkName(set.reference.name, of: "feature set")
        guard !set.entities.isEmpty else {
            throw invalid("it has no entities", hint: "name at least one entity, the key of its rows")
        }
        for entity in set.entities { try checkName(entity.name, of: "entity") }
        for feature in set.features { try checkName(feature.name, of: "feature") }
    }

    private func checkName(_ name: String, of kind: String) throws(RegistryError) {
        guard !NameRule.isValid(name) else { return }
        let what =
            name.isEmpty ? "the name of a \(kind) is empty" : "\(kind) name \(name.debugDescription) is not valid"
        throw invalid(what, hint: "use letters, digits, '_' and '-'")
    }

    private func checkColumns() throws(RegistryError) {
        var seen: [String: (name: String, kind: String)] = [:]
        let columns = set.entities.map { ($0.name, "entity") } + set.features.map { ($0.name, "feature") }
        for (name, kind) in columns {
            // Columns are compared without case, as SQLite and BigQuery do.
            let folded = name.lowercased()
            if NameRule.reserved.contains(folded) {
                throw invalid(
                    "\(kind) name \(name) is reserved", hint: "every table has a column of this name; choose another")
            }
            if let other = seen[folded] {
                throw invalid(
                    other.name == name
                        ? "\(name) stands twice, as \(other.kind) and as \(kind)"
                        : "\(other.kind) \(other.name) and \(kind) \(name) differ only in case",
                    hint: "give one of them another name")
            }
            seen[folded] = (name, kind)
        }
    }

    private func checkLabels(_ labels: [String: String], of owner: String) throws(RegistryError) {
        guard labels.keys.contains("") else { return }
        throw invalid("a label of \(owner) has an empty key", hint: "give the label a key or remove it")
    }

    private func invalid(_ what: String, hint: String) -> RegistryError {
        RegistryError(
            .invalid, "feature set \(set.reference): \(what)", target: set.reference.description, hint: hint)
    }
}
