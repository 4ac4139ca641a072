public import FeatureModel
public import LocalState

/// Feature sets: applied under the rules of spec section 6.1, listed and found.
public struct FeatureSetRegistry: Sendable {
    private let records: RegistryRecords
    private let defaultSource: SourceDefinition
    private let now: @Sendable () -> Timestamp

    /// Makes a registry over a job-state database.
    ///
    /// - Parameters:
    ///   - database: where it is kept.
    ///   - defaultSource: the source of feature sets that name none.
    ///   - now: the clock.
    public init(
        database: StateDatabase, defaultSource: SourceDefinition, now: @escaping @Sendable () -> Timestamp
    ) {
        self.records = database.registry
        self.defaultSource = defaultSource
        self.now = now
    }

    /// Applies documents, all or nothing: when one is refused, none is written.
    ///
    /// A project that is not there is created. What is created or updated becomes `pending`, so that jobs take it up.
    ///
    /// - Parameters:
    ///   - documents: the feature sets.
    ///   - isDryRun: true to only say what would happen.
    /// - Returns: one result per document, in their order.
    /// - Throws: `invalid` for what can never be registered; `refused` for what is registered otherwise or belongs to
    ///   an archived project.
    public func apply(
        _ documents: [FeatureSet], isDryRun: Bool = false
    ) async throws(RegistryError) -> [FeatureSetApplication] {
        try refuseRepetition(documents)
        for document in documents { try FeatureSetRules(set: document).check() }
        let (defaultSource, now) = (defaultSource, now())
        if isDryRun {
            return try await records.reading { snapshot in
                var application = FeatureSetApplier(defaultSource: defaultSource, now: now)
                return try documents.map { try application.apply($0, seeing: snapshot) }
            }
        }
        return try await records.writing { transaction in
            var application = FeatureSetApplier(defaultSource: defaultSource, now: now)
            let results = try documents.map { try application.apply($0, seeing: transaction.snapshot) }
            for project in application.newProjects { try transaction.save(project) }
            for result in results where result.outcome != .noChange { try transaction.save(result.featureSet) }
            return results
        }
    }

    /// Feature sets, by project and name.
    ///
    /// - Parameters:
    ///   - project: a project, or a pattern with `*`.
    ///   - name: a name, or a pattern with `*`.
    ///   - labels: pairs that all must be among a set's labels.
    public func list(
        project: String = "*", name: String = "*", labels: [String: String] = [:]
    ) async throws(RegistryError) -> [RegisteredFeatureSet] {
        let pattern = Subscription(project: project, name: name)
        return try await records.reading { try $0.featureSets() }.filter { set in
            pattern.matches(set.definition.reference)
                && labels.allSatisfy { set.definition.labels[$0.key] == $0.value }
        }
    }

    /// One feature set.
    ///
    /// - Throws: `notFound`, with the nearest name where there is one.
    public func get(_ reference: FeatureSetReference) async throws(RegistryError) -> RegisteredFeatureSet {
        try await records.reading { snapshot in
            if let set = try snapshot.featureSet(reference) { return set }
            let names = try snapshot.featureSets().map(\.definition.reference.description)
            throw RegistryError.notFound(
                "feature set", reference.description, among: names, otherwise: "'larder feature-sets list' shows them")
        }
    }

    /// Sets statuses, each only if the set still is what the decision was made on: one that was applied anew in between
    /// stays `pending`.
    public func update(_ statuses: [FeatureSetStatusChange]) async throws(RegistryError) {
        guard !statuses.isEmpty else { return }
        try await records.writing { transaction in
            for change in statuses {
                try transaction.setStatus(
                    of: change.featureSet, from: change.from, to: change.to, ifUpdatedAt: change.updatedAt)
            }
        }
    }

    private func refuseRepetition(_ documents: [FeatureSet]) throws(RegistryError) {
        var seen: Set<FeatureSetReference> = []
        for document in documents where !seen.insert(document.reference).inserted {
            throw RegistryError(
                .invalid, "feature set \(document.reference) is defined twice",
                target: document.reference.description, hint: "keep one of the documents")
        }
    }
}
