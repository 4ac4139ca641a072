import Dispatch
import FeatureModel
import Glibc
import Ingestion
import LocalState
import Operations
import Registry
import RowFiles
import StorageAPI

/// Ingests files: reads, produces to the feature set's source, and where it is asked to, waits for the stores.
struct IngestService: Sendable {
    let workspace: Workspace
    let reconciler: Reconciler

    /// Ingests a file.
    func ingest(
        _ request: IngestRequest, report: @escaping @Sendable (IngestEvent) -> Void
    ) async throws(OperationError) -> IngestResult {
        try workspace.refuseReadOnly()
        let featureSet = try await featureSet(request.featureSet)
        let source = featureSet.source ?? workspace.defaultSource
        let entry = try workspace.sources.entry(source)
        let stores = try await subscribers(of: featureSet.reference)
        if request.waits { try refuseUnheard(featureSet.reference, stores) }
        let elapsed = Self.stopwatch(workspace.environment.clock)
        let ingestion = try await ingestionID(of: request)
        // Jobs start while the file is read.
        if request.waits { _ = try await reconciler.reconcile(attempts: 20) }
        let summary = try await produce(request, featureSet, ingestion, to: entry, report)
        var progress: [IngestStoreProgress] = []
        if request.waits {
            let wait = IngestWait(
                workspace: workspace, reconciler: reconciler, source: source, stores: stores, ingestion: ingestion,
                summary: summary, report: report)
            progress = try await wait.run()
        }
        return IngestResult(
            ingestionID: ingestion, featureSet: featureSet.reference, rowsRead: summary.rowsRead,
            rowsProduced: summary.rowsProduced, rowsBad: summary.rowsBad, stores: progress,
            seconds: elapsed() / .seconds(1), readingError: summary.readingError?.description)
    }

    private func featureSet(_ reference: FeatureSetReference) async throws(OperationError) -> FeatureSet {
        do throws(RegistryError) {
            return try await workspace.featureSets.get(reference).definition
        } catch {
            // An unknown feature set is a fault of the request, like a column that is missing.
            guard error.code == .notFound else { throw OperationError(error) }
            throw OperationError(.invalid, error.message, target: error.target, hint: error.hint)
        }
    }

    private func subscribers(of featureSet: FeatureSetReference) async throws(OperationError) -> [StoreName] {
        try await workspace.stores.entries().filter { entry in
            entry.card.capabilities.contains(.sink) && entry.definition.subscribes(to: featureSet)
        }.map(\.name)
    }

    private func refuseUnheard(
        _ featureSet: FeatureSetReference, _ stores: [StoreName]
    ) throws(OperationError) {
        guard stores.isEmpty else { return }
        throw OperationError(
            .invalid, "no store subscribes to \(featureSet), so nobody would ever answer", target: "\(featureSet)",
            hint: "add a subscription to a store, or leave out --wait")
    }

    private func ingestionID(of request: IngestRequest) async throws(OperationError) -> IngestionID {
        let digest = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    returning: Result { () throws(RowFileError) -> FileDigest? in
                        guard !request.again, !Self.isReadOnce(request.path) else { return nil }
                        return try FileDigest(ofFileAt: request.path)
                    })
            }
        }
        switch digest {
        case .success(nil):
            var generator = SystemRandomNumberGenerator()
            return FileIngestionIdentity.fresh(from: &generator)
        case .success(let digest?):
            return FileIngestionIdentity.id(ofFileWith: digest, in: request.featureSet)
        case .failure(let error): throw OperationError(FileIngestionFailure.unreadable(error))
        }
    }

    /// True for a pipe: to digest it would take its rows away.
    private static func isReadOnce(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && [S_IFIFO, S_IFSOCK, S_IFCHR].contains(status.st_mode & S_IFMT)
    }

    private func produce(
        _ request: IngestRequest, _ featureSet: FeatureSet, _ ingestion: IngestionID, to entry: SourceEntry,
        _ report: @escaping @Sendable (IngestEvent) -> Void
    ) async throws(OperationError) -> FileIngestionSummary {
        let publisher: any RowPublisher
        do throws(StoreError) {
            publisher = try await workspace.sources.publisher(of: entry)
        } catch {
            throw OperationError(error)
        }
        let file = FileIngestion(
            FileIngestionRequest(
                path: request.path, format: request.format, featureSet: featureSet,
                timestampColumn: request.timestampColumn,
                timestampReading: TimestampReading(
                    assumesUTC: request.assumesUTC, unit: request.timestampUnit.map(TimestampReading.Unit.init))),
            ingestion: ingestion, publisher: publisher,
            deadLetters: StateDeadLetters(ledger: workspace.database.deadLetters),
            wallClock: workspace.environment.wallClock)
        do throws(FileIngestionFailure) {
            return try await file.run { event in report(IngestEvent(event)) }
        } catch {
            throw OperationError(error)
        }
    }

    private static func stopwatch<C: Clock<Duration>>(_ clock: C) -> () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }
}

extension TimestampReading.Unit {
    fileprivate init(_ unit: IngestRequest.TimestampUnit) {
        switch unit {
        case .seconds: self = .seconds
        case .milliseconds: self = .milliseconds
        case .microseconds: self = .microseconds
        case .nanoseconds: self = .nanoseconds
        }
    }
}

extension IngestEvent {
    fileprivate init(_ event: FileIngestionEvent) {
        switch event {
        case .notice(let text): self = .notice(text)
        case .badRow(let text): self = .badRow(text)
        case .progress(let bytes, let total, let produced, let bad):
            self = .reading(bytes: bytes, totalBytes: total ?? bytes, rowsProduced: produced, rowsBad: bad)
        }
    }
}
