import FeatureModel
import StorageAPI
import StorageContract
import Synchronization

/// Calls a liar's closure, which may throw anything that it is compiled to throw, but throws ``StorageAPI/StoreError``s.
func typed<Answer>(_ lie: () async throws -> Answer) async throws(StoreError) -> Answer {
    do {
        return try await lie()
    } catch let error as StoreError {
        throw error
    } catch {
        throw StoreError(
            .unexpected, recovery: .permanent, operation: "lie", connector: "LIAR", message: "\(error)")
    }
}

/// A sink that lies where a closure is given.
struct LyingSink: FeatureSink {
    let real: any FeatureSink
    var onPrepare: (@Sendable (any FeatureSink, FeatureSet) async throws -> Void)?
    var onWrite: (@Sendable (any FeatureSink, RowBatch) async throws -> WriteResult)?
    var onClose: (@Sendable () -> Void)?

    func prepareWrite(_ featureSet: FeatureSet) async throws(StoreError) {
        if let onPrepare {
            try await typed { try await onPrepare(real, featureSet) }
        } else {
            try await real.prepareWrite(featureSet)
        }
    }

    func write(_ batch: RowBatch) async throws(StoreError) -> WriteResult {
        if let onWrite { try await typed { try await onWrite(real, batch) } } else { try await real.write(batch) }
    }

    func close() async {
        onClose?()
        await real.close()
    }
}

/// An online retriever that lies where a closure is given.
struct LyingOnline: OnlineRetriever {
    let real: any OnlineRetriever
    var onRead: (@Sendable (any OnlineRetriever, OnlineRequest) async throws -> [OnlineRow?])?
    var onClose: (@Sendable () -> Void)?

    func read(_ request: OnlineRequest) async throws(StoreError) -> [OnlineRow?] {
        if let onRead { try await typed { try await onRead(real, request) } } else { try await real.read(request) }
    }

    func close() async {
        onClose?()
        await real.close()
    }
}

/// A historical retriever that lies where a closure is given.
struct LyingHistorical: HistoricalRetriever {
    let real: any HistoricalRetriever
    var onSubmit: (@Sendable (any HistoricalRetriever, HistoricalRequest) async throws -> Void)?
    var onPoll: (@Sendable (any HistoricalRetriever, ExportID) async throws -> RetrievalProgress)?
    var onCancel: (@Sendable (any HistoricalRetriever, ExportID) async throws -> Void)?
    var onClose: (@Sendable () -> Void)?

    func submit(_ request: HistoricalRequest) async throws(StoreError) {
        if let onSubmit {
            try await typed { try await onSubmit(real, request) }
        } else {
            try await real.submit(request)
        }
    }

    func poll(_ id: ExportID) async throws(StoreError) -> RetrievalProgress {
        if let onPoll { try await typed { try await onPoll(real, id) } } else { try await real.poll(id) }
    }

    func cancel(_ id: ExportID) async throws(StoreError) {
        if let onCancel { try await typed { try await onCancel(real, id) } } else { try await real.cancel(id) }
    }

    func close() async {
        onClose?()
        await real.close()
    }
}

/// Answers that are changed on their way.
struct ChangedAnswers: AnswerSink {
    let real: any AnswerSink
    let change: @Sendable ([[FeatureValue?]]) -> [[FeatureValue?]]
    var swallowsErrors = false

    func append(_ answers: [[FeatureValue?]]) throws {
        do {
            try real.append(change(answers))
        } catch {
            if !swallowsErrors { throw error }
        }
    }

    func finish() throws -> [String] { try real.finish() }

    func discard() { real.discard() }
}

/// Entity rows that are changed on their way.
struct ChangedEntityRows: EntityRowSource {
    let real: any EntityRowSource
    let change: @Sendable (EntityRowBatch) -> EntityRowBatch

    var rowCount: Int64? { real.rowCount }

    func next(limit: Int) throws -> EntityRowBatch? { try real.next(limit: limit).map(change) }
}

/// A source that lies where a closure is given.
struct LyingSource: RowSource {
    typealias Read =
        @Sendable (
            _ real: any RowSource, _ maxRecords: Int, _ maxBytes: Int, _ wait: Duration
        ) async throws -> [SourceRecord]

    let real: any RowSource
    var onRead: Read?
    var onCommit: (@Sendable (any RowSource, [SourcePosition]) async throws -> Void)?
    var onLag: (@Sendable (any RowSource) async throws -> SourceLag?)?
    var onClose: (@Sendable () -> Void)?

    func read(
        maxRecords: Int, maxBytes: Int, waitingUpTo duration: Duration
    ) async throws(StoreError) -> [SourceRecord] {
        if let onRead { return try await typed { try await onRead(real, maxRecords, maxBytes, duration) } }
        return try await real.read(maxRecords: maxRecords, maxBytes: maxBytes, waitingUpTo: duration)
    }

    func commit(_ positions: [SourcePosition]) async throws(StoreError) {
        if let onCommit {
            try await typed { try await onCommit(real, positions) }
        } else {
            try await real.commit(positions)
        }
    }

    func lag() async throws(StoreError) -> SourceLag? {
        if let onLag { try await typed { try await onLag(real) } } else { try await real.lag() }
    }

    func close() async {
        onClose?()
        await real.close()
    }
}

/// A publisher that lies.
struct LyingPublisher: RowPublisher {
    typealias Publish =
        @Sendable (
            any RowPublisher, [PublishedRecord], IngestionID
        ) async throws -> PublishResult

    let real: any RowPublisher
    let onPublish: Publish

    func publish(
        _ records: [PublishedRecord], ingestion: IngestionID
    ) async throws(StoreError) -> PublishResult { try await typed { try await onPublish(real, records, ingestion) } }

    func close() async { await real.close() }
}

/// A store of dead letters that lies where a closure is given.
struct LyingLetters: DeadLetterStore {
    let real: any DeadLetterStore
    var onAppend: (@Sendable (any DeadLetterStore, [DeadLetter]) async throws -> Void)?
    var onGroups: (@Sendable (any DeadLetterStore, DeadLetterQuery) async throws -> [DeadLetterGroup])?
    var onList: (@Sendable (any DeadLetterStore, DeadLetterQuery, Int, Int) async throws -> [DeadLetter])?
    var onGet: (@Sendable (any DeadLetterStore, DeadLetterID) async throws -> DeadLetter?)?
    var onReplayed: (@Sendable (any DeadLetterStore, [DeadLetterID]) async throws -> Void)?
    var onDiscard: (@Sendable (any DeadLetterStore, DeadLetterQuery) async throws -> Int64)?

    func append(_ letters: [DeadLetter]) async throws(StoreError) {
        if let onAppend {
            try await typed { try await onAppend(real, letters) }
        } else {
            try await real.append(letters)
        }
    }

    func groups(_ query: DeadLetterQuery) async throws(StoreError) -> [DeadLetterGroup] {
        if let onGroups { try await typed { try await onGroups(real, query) } } else { try await real.groups(query) }
    }

    func list(_ query: DeadLetterQuery, limit: Int, offset: Int) async throws(StoreError) -> [DeadLetter] {
        if let onList { return try await typed { try await onList(real, query, limit, offset) } }
        return try await real.list(query, limit: limit, offset: offset)
    }

    func count(_ query: DeadLetterQuery) async throws(StoreError) -> Int64 { try await real.count(query) }

    func get(_ id: DeadLetterID) async throws(StoreError) -> DeadLetter? {
        if let onGet { try await typed { try await onGet(real, id) } } else { try await real.get(id) }
    }

    func markReplayed(_ ids: [DeadLetterID]) async throws(StoreError) {
        if let onReplayed {
            try await typed { try await onReplayed(real, ids) }
        } else {
            try await real.markReplayed(ids)
        }
    }

    func discard(_ query: DeadLetterQuery) async throws(StoreError) -> Int64 {
        if let onDiscard { try await typed { try await onDiscard(real, query) } } else { try await real.discard(query) }
    }

    func close() async { await real.close() }
}
