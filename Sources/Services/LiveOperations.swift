import FeatureModel
import LocalState
public import Operations
import StorageAPI

/// The operations of real life, over an opened workspace.
public enum LiveOperations {
    /// Makes everything that a door may ask for. The workspace stays open as long as they are used; who opened it closes
    /// it.
    public static func make(_ workspace: Workspace) -> Operations {
        let parts = ServiceParts(workspace)
        let (clock, terms) = (workspace.environment.clock, workspace.terms)
        return Operations(
            workspace: workspace.summary, now: workspace.environment.wallClock,
            connectors: workspace.connectors.summaries, stores: stores(parts), projects: projects(workspace),
            featureSets: featureSets(parts), jobs: jobs(parts), ingest: ingest(parts), online: online(parts),
            exports: exports(parts), deadLetters: deadLetters(parts),
            changes: { workspace.database.changes(every: terms.look, clock: clock) })
    }

    /// Keeps the jobs as they should be until the task is cancelled: at once, and then every few seconds. The console
    /// does this while it is open.
    ///
    /// - Parameter report: told of what was done, and of failures; nothing while all is well.
    public static func keepReconciled(
        _ workspace: Workspace, report: @escaping @Sendable (Result<[OrderOutcome], OperationError>) -> Void
    ) async {
        guard !workspace.summary.isReadOnly else { return }
        let reconciler = Reconciler(workspace: workspace, launches: LaunchMemory())
        repeat {
            do throws(OperationError) {
                let outcomes = try await reconciler.reconcile()
                if !outcomes.isEmpty { report(.success(outcomes)) }
            } catch {
                if error.code != .interrupted { report(.failure(error)) }
            }
        } while await pause(workspace)
    }

    private static func pause(_ workspace: Workspace) async -> Bool {
        (try? await workspace.environment.clock.sleep(for: workspace.terms.reconciliation)) != nil
    }

    private static func stores(_ parts: ServiceParts) -> StoreOperations {
        let service = parts.stores
        return StoreOperations(
            list: { () async throws(OperationError) in try await service.list() },
            get: { name async throws(OperationError) in try await service.get(name) },
            apply: { yaml, path, dryRun async throws(OperationError) in
                try await service.apply(yaml, path: path, dryRun: dryRun)
            },
            delete: { name async throws(OperationError) in try await service.delete(name) },
            check: { name async throws(OperationError) in try await service.check(name) },
            health: { await service.allHealth() })
    }

    private static func projects(_ workspace: Workspace) -> ProjectOperations {
        let service = ProjectService(workspace: workspace)
        return ProjectOperations(
            list: { () async throws(OperationError) in try await service.list() },
            create: { name async throws(OperationError) in try await service.create(name) },
            archive: { name async throws(OperationError) in try await service.archive(name) })
    }

    private static func featureSets(_ parts: ServiceParts) -> FeatureSetOperations {
        let service = parts.featureSets
        return FeatureSetOperations(
            list: { project async throws(OperationError) in try await service.list(project) },
            get: { reference async throws(OperationError) in try await service.get(reference) },
            apply: { yaml, path, dryRun async throws(OperationError) in
                try await service.apply(yaml, path: path, dryRun: dryRun)
            },
            document: { reference async throws(OperationError) in try await service.document(reference) })
    }

    private static func jobs(_ parts: ServiceParts) -> JobOperations {
        let service = parts.jobs
        return JobOperations(
            list: { query async throws(OperationError) in try await service.list(query) },
            get: { id async throws(OperationError) in try await service.get(id) },
            start: { store, source async throws(OperationError) in try await service.start(store, source) },
            stop: { ids async throws(OperationError) in try await service.stop(ids) },
            restart: { ids async throws(OperationError) in try await service.restart(ids) },
            suspend: { ids async throws(OperationError) in try await service.suspend(ids) },
            resume: { ids async throws(OperationError) in try await service.resume(ids) },
            log: { id, from, maxLines async throws(OperationError) in
                try await service.log(id, from: from, maxLines: maxLines)
            },
            specification: { id async throws(OperationError) in try await service.specification(id) },
            metrics: { id async throws(OperationError) in try await service.metrics(id) },
            history: { id async throws(OperationError) in try await service.history(id) },
            reconcile: { () async throws(OperationError) in try await service.reconcile() })
    }

    private static func ingest(_ parts: ServiceParts) -> IngestOperations {
        let service = parts.ingest
        return IngestOperations(ingest: { request, report async throws(OperationError) in
            try await service.ingest(request, report: report)
        })
    }

    private static func online(_ parts: ServiceParts) -> OnlineOperations {
        let service = parts.online
        return OnlineOperations(
            get: { query async throws(OperationError) in try await service.get(query) },
            why: { query async throws(OperationError) in try await service.why(query) },
            stores: { reference async throws(OperationError) in try await service.stores(for: reference) })
    }

    private static func exports(_ parts: ServiceParts) -> ExportOperations {
        let (service, logs) = (parts.exports, parts.logs)
        return ExportOperations(
            inspect: { path, format async throws(OperationError) in try await service.inspect(path, format) },
            preview: { request, limit async throws(OperationError) in
                try await service.preview(request, limit: limit)
            },
            start: { request async throws(OperationError) in try await service.start(request) },
            list: { () async throws(OperationError) in try await service.list() },
            get: { id async throws(OperationError) in try await service.get(id) },
            cancel: { id async throws(OperationError) in try await service.cancel(id) },
            repeat: { id, path, overwrites async throws(OperationError) in
                try await service.repeat(id, outputPath: path, overwrites: overwrites)
            },
            log: { id, from, maxLines async throws(OperationError) in
                let export = try await service.get(id)
                return try await logs.read(export.id.rawValue, from: from, maxLines: maxLines)
            })
    }

    private static func deadLetters(_ parts: ServiceParts) -> DeadLetterOperations {
        let service = parts.deadLetters
        let replay = DeadLetterReplay(workspace: parts.workspace)
        return DeadLetterOperations(
            groups: { query async throws(OperationError) in try await service.groups(query) },
            list: { query, limit, offset async throws(OperationError) in
                try await service.list(query, limit: limit, offset: offset)
            },
            get: { id async throws(OperationError) in try await service.get(id) },
            decode: { service.decode($0) },
            replay: { query, mode async throws(OperationError) in try await replay.run(query, mode) },
            discard: { query async throws(OperationError) in try await service.discard(query) })
    }
}
