import FeatureModel

/// A stored feature set held against a new document: which changes there are, and whether they are allowed.
///
/// The order of entities and features does not count, nor whether a max age is unset or zero (spec section 6.1, whose
/// defects this fixes).
struct FeatureSetComparison {
    private let stored: RegisteredFeatureSet
    /// What will be stored: the document, with the constraints that it leaves out but that stay.
    private let merged: FeatureSet
    private(set) var changes: [String] = []
    private(set) var notes: [String] = []
    private var archived: [Feature]

    init(stored: RegisteredFeatureSet, document: FeatureSet) throws(RegistryError) {
        self.stored = stored
        archived = stored.archivedFeatures
        (merged, notes) = Self.keepingConstraints(of: stored.definition, in: document)
        try refuseImmutable()
        collectOwnChanges()
        collectFeatureChanges()
    }

    /// The record to keep.
    func record(at now: Timestamp) -> RegisteredFeatureSet {
        guard !changes.isEmpty else { return stored }
        return RegisteredFeatureSet(
            definition: merged, status: .pending, createdAt: stored.createdAt, updatedAt: now,
            archivedFeatures: archived)
    }

    // MARK: What may not change

    private func refuseImmutable() throws(RegistryError) {
        let old = stored.definition
        if Set(old.entities) != Set(merged.entities) {
            throw refused(
                "entities cannot change: registered are \(Self.list(old.entities)), the document says "
                    + Self.list(merged.entities), hint: "apply it as a feature set with another name")
        }
        for feature in merged.features {
            try refuseTypeChange(of: feature)
            try refuseArchivedName(feature)
        }
    }

    private func refuseTypeChange(of feature: Feature) throws(RegistryError) {
        guard let old = stored.definition.features.first(where: { $0.name.lowercased() == feature.name.lowercased() })
        else { return }
        if old.name != feature.name {
            throw refused(
                "feature \(feature.name) differs from the registered \(old.name) only in case",
                hint: "write \(old.name), or choose another name")
        }
        if old.type != feature.type {
            throw refused(
                "feature \(feature.name) is \(old.type.name) and cannot become \(feature.type.name)",
                hint: "add a feature with another name and remove this one")
        }
    }

    private func refuseArchivedName(_ feature: Feature) throws(RegistryError) {
        guard let old = archived.first(where: { $0.name.lowercased() == feature.name.lowercased() }) else { return }
        throw refused(
            "the name \(old.name) was that of a feature that was removed; its column is still in the stores",
            hint: "choose another name, such as \(feature.name)_2")
    }

    private func refused(_ what: String, hint: String) -> RegistryError {
        let target = stored.definition.reference.description
        return RegistryError(.refused, "feature set \(target): \(what)", target: target, hint: hint)
    }

    // MARK: What changes

    private mutating func collectOwnChanges() {
        let old = stored.definition
        if old.maxAgeSeconds != merged.maxAgeSeconds {
            changes.append(
                "max age \(Self.text(maxAge: old.maxAgeSeconds)) → \(Self.text(maxAge: merged.maxAgeSeconds))")
        }
        if let oldSource = old.source, let newSource = merged.source, oldSource != newSource {
            // Settings may hold secrets: only their keys are told.
            let keys = Set(oldSource.config.keys).union(newSource.config.keys)
                .filter { oldSource.config[$0] != newSource.config[$0] }.sorted()
            changes.append(
                oldSource.type == newSource.type
                    ? "source changed: \(keys.joined(separator: ", "))"
                    : "source \(oldSource.type) → \(newSource.type)")
        }
        if old.labels != merged.labels { changes.append("labels changed") }
    }

    private mutating func collectFeatureChanges() {
        let old = Dictionary(stored.definition.features.map { ($0.name, $0) }) { first, _ in first }
        for feature in merged.features {
            guard let before = old[feature.name] else {
                changes.append("feature \(feature.name) added (\(feature.type.name))")
                continue
            }
            if before.labels != feature.labels { changes.append("feature \(feature.name): labels changed") }
            if before.constraints != feature.constraints {
                changes.append("feature \(feature.name): constraints changed")
            }
        }
        for feature in stored.definition.features where merged.index(ofFeature: feature.name) == nil {
            changes.append("feature \(feature.name) removed (archived)")
            archived.append(feature)
        }
    }

    /// Constraints can be set but not cleared (spec section 6.1).
    private static func keepingConstraints(
        of stored: FeatureSet, in document: FeatureSet
    ) -> (FeatureSet, notes: [String]) {
        var notes: [String] = []
        let old = Dictionary(stored.features.map { ($0.name, $0.constraints) }) { first, _ in first }
        let features = document.features.map { feature -> Feature in
            var feature = feature
            for (key, constraint) in (old[feature.name] ?? [:]).sorted(by: { $0.key < $1.key })
            where feature.constraints[key] == nil {
                feature.constraints[key] = constraint
                notes.append("feature \(feature.name): \(key) stays, constraints can be set but not cleared")
            }
            return feature
        }
        let merged = FeatureSet(
            reference: document.reference, entities: document.entities, features: features,
            maxAgeSeconds: document.maxAgeSeconds, source: document.source, labels: document.labels)
        return (merged, notes)
    }

    private static func text(maxAge: Int64?) -> String { maxAge.map { "\($0)s" } ?? "unlimited" }

    private static func list(_ entities: [Entity]) -> String {
        entities.sorted { $0.name < $1.name }.map { "\($0.name) \($0.type.name)" }.joined(separator: ", ")
    }
}
