import Documents
import FeatureModel
import LocalState
import Operations
import Registry
import StorageAPI

import struct Operations.ApplyOutcome

/// Stores for every door: listed with what is known of them, applied, removed, checked.
struct StoreService: Sendable {
    let workspace: Workspace
    let health: HealthBook
    let rates: RateTracker

    /// All stores, with the last known health.
    func list() async throws(OperationError) -> [StoreSummary] {
        let picture = try await StorePicture(workspace)
        var summaries: [StoreSummary] = []
        for entry in picture.entries { summaries.append(await summary(of: entry, in: picture)) }
        return summaries
    }

    /// One store, with the last known health.
    func get(_ name: StoreName) async throws(OperationError) -> StoreSummary {
        let entry = try await workspace.stores.entry(name)
        return await summary(of: entry, in: try await StorePicture(workspace))
    }

    /// Applies documents, all or nothing.
    func apply(_ yaml: String, path: String, dryRun: Bool) async throws(OperationError) -> [ApplyOutcome] {
        if !dryRun { try workspace.refuseReadOnly() }
        let stores = try StoredStore.read(yaml, file: path, variables: workspace.environment.variables)
        let check = ConfigurationCheck(connectors: workspace.connectors, isReadableByOthers: false)
        do throws(DocumentError) {
            for store in stores { _ = try check.card(of: store.used) }
        } catch {
            throw OperationError(error)
        }
        do throws(RegistryError) {
            let results = try await workspace.storeRegistry.apply(stores.map(\.kept), isDryRun: dryRun)
            return results.map { result in
                ApplyOutcome(
                    name: result.store.name.rawValue, result: ApplyOutcome.Result(result.outcome),
                    changes: result.changes)
            }
        } catch {
            throw OperationError(error)
        }
    }

    /// Removes a store from the registry.
    func delete(_ name: StoreName) async throws(OperationError) {
        try workspace.refuseReadOnly()
        do throws(RegistryError) {
            try await workspace.storeRegistry.delete(name)
        } catch {
            throw OperationError(error)
        }
    }

    /// Connects now, measures, and proves a write and a read where allowed.
    func check(_ name: StoreName) async throws(OperationError) -> StoreCheck {
        let entry = try await workspace.stores.entry(name)
        let report = await health.ask("store \(name)", entry.card, at: entry.place)
        let trial = StoreTrial(
            entry: entry, directory: workspace.stores, isReadOnly: workspace.summary.isReadOnly,
            environment: workspace.environment)
        let (steps, error) = await trial.run(after: report)
        let picture = try await StorePicture(workspace)
        return StoreCheck(
            store: await summary(of: entry, in: picture), steps: steps, error: error.map { OperationError($0) })
    }

    /// The health of every store and source, most troubled first.
    func allHealth() async -> [NamedHealth] {
        guard let entries = try? await workspace.stores.entries() else { return [] }
        let sources = ((try? await sourcesInUse()) ?? []).compactMap { try? workspace.sources.entry($0) }
        let answers = await withTaskGroup(of: (Int, NamedHealth).self) { group in
            for (index, entry) in entries.enumerated() {
                group.addTask {
                    let report = await health.report("store \(entry.name)", entry.card, at: entry.place)
                    return (index, NamedHealth(name: entry.name.rawValue, health: report.health))
                }
            }
            for (index, source) in sources.enumerated() {
                group.addTask {
                    let report = await health.report(
                        "source \(source.definition.type) \(index)", source.card, at: source.place)
                    return (entries.count + index, NamedHealth(name: source.definition.type, health: report.health))
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        return answers.sorted { (Self.rank($0.1), $0.0) < (Self.rank($1.1), $1.0) }.map(\.1)
    }

    /// The default source and those that feature sets name.
    private func sourcesInUse() async throws(RegistryError) -> [SourceDefinition] {
        let own = workspace.defaultSource
        let named = try await workspace.featureSets.list().compactMap(\.definition.source)
        var seen: Set<SourceDefinition> = [own]
        return [own] + named.filter { seen.insert($0).inserted }
    }

    private func summary(of entry: StoreEntry, in picture: StorePicture) async -> StoreSummary {
        let report = await health.lastReport(of: "store \(entry.name)")
        let jobs = picture.jobs(feeding: entry.name)
        let now = workspace.environment.wallClock()
        var rate: Double?
        for job in jobs {
            if let rows = await rates.rate(of: job, at: now) { rate = (rate ?? 0) + rows }
        }
        return StoreSummary(
            name: entry.name, type: entry.definition.type, settings: Self.settings(of: entry),
            subscriptions: entry.definition.subscriptions,
            subscriptionMatches: entry.definition.subscriptions.map { subscription in
                picture.featureSets.count { subscription.matches($0) }
            },
            featureSets: picture.featureSets.filter { entry.definition.subscribes(to: $0) },
            capabilities: entry.card.capabilities.words, definedAt: Self.definedAt(entry.origin),
            health: report?.health ?? .unknown, endpoint: report?.probe?.endpoint, holdings: report?.probe?.holdings,
            holdingsUnit: report?.probe?.holdingsUnit, facts: Self.facts(report?.probe),
            jobsRunning: jobs.count { $0.status == .running },
            jobsTotal: jobs.count { !$0.status.isTerminal }, rowsPerSecond: rate)
    }

    private static func settings(of entry: StoreEntry) -> [SettingValue] {
        let shown = entry.card.masked(entry.card.withDefaults(entry.definition.config))
        return entry.card.settings.compactMap { setting in
            shown[setting.key].map { value in
                SettingValue(
                    key: setting.key, value: value, isDefault: entry.definition.config[setting.key] == nil)
            }
        }
    }

    private static func facts(_ probe: StoreProbe?) -> [SettingValue] {
        guard let probe else { return [] }
        let version = probe.version.map { [SettingValue(key: "version", value: $0, isDefault: false)] } ?? []
        return version + probe.facts.map { SettingValue(key: $0.name, value: $0.value, isDefault: false) }
    }

    private static func definedAt(_ origin: StoreEntry.Origin) -> String? {
        switch origin {
        case .configuration(let path, let line):
            "\(path.split(separator: "/").last.map(String.init) ?? path) line \(line)"
        case .builtIn: "the built-in configuration"
        case .registry: nil
        }
    }

    private static func rank(_ health: NamedHealth) -> Int {
        switch health.health.state {
        case .down: 0
        case .degraded: 1
        case .slow: 2
        case .unknown: 3
        case .up: 4
        }
    }
}

extension ApplyOutcome.Result {
    /// The registry's word for what an apply did.
    init(_ outcome: Registry.ApplyOutcome) {
        switch outcome {
        case .created: self = .created
        case .updated: self = .updated
        case .noChange: self = .noChange
        }
    }
}
