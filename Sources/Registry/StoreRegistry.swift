public import FeatureModel
public import LocalState

/// Stores that are registered by command or on screen. Those of `larder.yaml` are changed only there.
public struct StoreRegistry: Sendable {
    private let records: RegistryRecords
    private let configured: [StoreName: String]
    private let secretKeys: @Sendable (StoreDefinition) -> Set<String>
    private let now: @Sendable () -> Timestamp

    /// Makes a registry over a job-state database.
    ///
    /// - Parameters:
    ///   - database: where it is kept.
    ///   - configured: the stores of the configuration, and where each one stands (`larder.yaml:12`).
    ///   - secretKeys: the keys of a store's settings that are secret, by its connector's card.
    ///   - now: the clock.
    public init(
        database: StateDatabase, configured: [StoreName: String],
        secretKeys: @escaping @Sendable (StoreDefinition) -> Set<String>, now: @escaping @Sendable () -> Timestamp
    ) {
        self.records = database.registry
        self.configured = configured
        self.secretKeys = secretKeys
        self.now = now
    }

    /// Applies documents, all or nothing. Settings are kept as they are written, `${VAR}` unexpanded.
    ///
    /// - Parameters:
    ///   - documents: the stores.
    ///   - isDryRun: true to only say what would happen.
    /// - Throws: `invalid`, such as for a subscription without a project or name; `refused` for a store of the
    ///   configuration, or a secret that is not the name of an environment variable.
    public func apply(
        _ documents: [StoreDefinition], isDryRun: Bool = false
    ) async throws(RegistryError) -> [StoreApplication] {
        try check(documents)
        let (secretKeys, now) = (secretKeys, now())
        if isDryRun {
            return try await records.reading { snapshot in
                try documents.map { try Self.result(of: $0, secretKeys: secretKeys($0), seeing: snapshot) }
            }
        }
        return try await records.writing { transaction in
            try documents.map { document in
                let secrets = secretKeys(document)
                let result = try Self.result(of: document, secretKeys: secrets, seeing: transaction.snapshot)
                guard result.outcome != .noChange else { return result }
                try transaction.save(
                    RegisteredStore(definition: document, secretKeys: secrets, createdAt: now, updatedAt: now))
                return result
            }
        }
    }

    /// Registered stores, by name.
    public func list() async throws(RegistryError) -> [RegisteredStore] {
        try await records.reading { try $0.stores() }
    }

    /// Removes a store from the registry; its data stays where it is.
    ///
    /// - Throws: `notFound`; `refused` for a store of the configuration.
    public func delete(_ name: StoreName) async throws(RegistryError) {
        try refuseConfigured(name)
        try await records.writing { transaction in
            guard try !transaction.deleteStore(name) else { return }
            let names = try transaction.snapshot.stores().map(\.definition.name.rawValue)
            throw RegistryError.notFound(
                "store", name.rawValue, among: names, otherwise: "'larder stores list' shows them")
        }
    }

    private func check(_ documents: [StoreDefinition]) throws(RegistryError) {
        var seen: Set<StoreName> = []
        for document in documents {
            try refuseConfigured(document.name)
            guard seen.insert(document.name).inserted else {
                throw RegistryError(
                    .invalid, "store \(document.name) is defined twice", target: document.name.rawValue,
                    hint: "keep one of the documents")
            }
            try StoreRules(store: document, secretKeys: secretKeys(document)).check()
        }
    }

    private func refuseConfigured(_ name: StoreName) throws(RegistryError) {
        guard let place = configured[name] else { return }
        throw RegistryError(
            .refused, "store \(name) is defined in \(place)", target: name.rawValue, hint: "change it there")
    }

    private static func result(
        of document: StoreDefinition, secretKeys: Set<String>, seeing snapshot: RegistrySnapshot
    ) throws -> StoreApplication {
        guard let stored = try snapshot.store(document.name) else {
            return StoreApplication(store: document, outcome: .created, changes: [])
        }
        let changes = StoreComparison(
            stored: stored.definition, document: document, secretKeys: secretKeys.union(stored.secretKeys)
        ).changes
        return StoreApplication(
            store: changes.isEmpty ? stored.definition : document, outcome: changes.isEmpty ? .noChange : .updated,
            changes: changes)
    }
}
