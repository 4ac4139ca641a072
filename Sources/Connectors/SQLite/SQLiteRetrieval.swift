import Dispatch
import FeatureModel
import SQLiteAccess
import StorageAPI
import Synchronization

/// One historical retrieval: reading entity rows, joining, and writing answers each have a thread, and hand batches on.
///
/// Whatever happens ends as a ``RetrievalProgress``, and of an answer that is not whole nothing is left.
final class SQLiteRetrieval: Sendable {
    /// Entity rows per batch: large enough to make handing on cheap, small enough to answer a cancel at once.
    private static let batchSize = 1_024
    /// Batches that may wait between two threads.
    private static let depth = 4

    /// Why the join ended without an answer.
    private enum Ending: Error {
        case cancelled
        case store(StoreError)
        case files(any Error)
    }

    private struct State {
        var progress = RetrievalProgress.running(stage: .preparing, rowsDone: 0, rows: nil)
        var isCancelled = false
        var interrupter: Interrupter?
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let request: HistoricalRequest
    private let configuration: SQLiteConfiguration
    private let questions = Handoff<EntityRowBatch>(capacity: depth)
    private let answers = Handoff<[[FeatureValue?]]>(capacity: depth)
    private let state = Mutex(State())

    init(_ request: HistoricalRequest, configuration: SQLiteConfiguration) {
        self.request = request
        self.configuration = configuration
    }

    /// How far it is.
    var progress: RetrievalProgress { state.withLock { $0.progress } }

    /// Begins; returns at once.
    func start() {
        DispatchQueue(label: "larder.sqlite.join").async { self.run() }
    }

    /// Asks for the end.
    func cancel() {
        let interrupter = state.withLock { state in
            state.isCancelled = true
            return state.interrupter
        }
        interrupter?.interrupt()
        questions.abandon()
        answers.abandon()
    }

    /// Waits for the end.
    func ended() async {
        await withCheckedContinuation { continuation in
            let hasEnded = state.withLock { state in
                guard case .running = state.progress else { return true }
                state.waiting.append(continuation)
                return false
            }
            if hasEnded { continuation.resume() }
        }
    }

    // MARK: On the joining thread

    private func run() {
        let writing = DispatchGroup()
        do throws(Ending) {
            let database = try open()
            defer { detach(database) }
            let joins = try prepare(in: database)
            DispatchQueue(label: "larder.sqlite.entity-rows").async { self.readEntityRows() }
            DispatchQueue(label: "larder.sqlite.answers").async(group: writing) { self.writeAnswers() }
            try join(joins, in: database)
            move(to: .writing)
            answers.finish()
            writing.wait()
            end(try finish())
        } catch {
            questions.abandon()
            answers.abandon()
            writing.wait()
            request.answers.discard()
            end(outcome(of: error))
        }
    }

    /// Nil where nothing was ever written to the store; then all answers are null.
    private func open() throws(Ending) -> Connection? {
        let database = try classifying { () throws(DatabaseError) in
            try SQLiteStoreFile.openForReading(configuration, cacheKiB: 32_768)
        }
        state.withLock { $0.interrupter = database?.interrupter }
        try checkCancelled()
        return database
    }

    private func detach(_ database: Connection?) {
        state.withLock { $0.interrupter = nil }
        database?.close()
    }

    private func prepare(in database: Connection?) throws(Ending) -> [SQLitePointInTimeJoin] {
        var joins: [SQLitePointInTimeJoin] = []
        for featureSet in request.featureSets {
            let finding = try classifying { () throws(DatabaseError) -> SQLiteRowReader.Finding in
                guard let database else { return .absent }
                return try SQLiteRowReader.find(
                    .asOf, in: featureSet.featureSet, features: featureSet.features, database: database)
            }
            switch finding {
            case .absent: joins.append(SQLitePointInTimeJoin(featureSet, reader: nil))
            case .ready(let reader): joins.append(SQLitePointInTimeJoin(featureSet, reader: reader))
            case .misfit(let reason):
                throw .store(configuration.failure.rejected(reason, while: "read \(featureSet.featureSet.reference)"))
            }
        }
        move(to: .loading)
        return joins
    }

    /// All seeks of a retrieval see one state of the database.
    private func join(_ joins: [SQLitePointInTimeJoin], in database: Connection?) throws(Ending) {
        guard let database else { return try joinAll(joins) }
        try classifying { () throws(DatabaseError) in try database.execute("BEGIN DEFERRED") }
        defer { try? database.execute("ROLLBACK") }  // closing the connection would end the read as well
        try joinAll(joins)
    }

    private func joinAll(_ joins: [SQLitePointInTimeJoin]) throws(Ending) {
        while let batch = try nextBatch() {
            move(to: .joining)
            let rows = try classifying { () throws(DatabaseError) in
                try SQLitePointInTimeJoin.answers(to: batch, through: joins)
            }
            try checkCancelled()
            answers.put(rows)
            if let fault = answers.fault { throw .files(fault) }
        }
    }

    private func nextBatch() throws(Ending) -> EntityRowBatch? {
        let batch = questions.take()
        try checkCancelled()
        if let fault = questions.fault { throw .files(fault) }
        return batch
    }

    private func finish() throws(Ending) -> RetrievalProgress {
        if let fault = answers.fault { throw .files(fault) }
        try checkCancelled()
        move(to: .finishing)
        do {
            let files = try request.answers.finish()
            guard case .running(_, let rows, _) = progress else { return progress }
            return .done(files: files, rows: rows)
        } catch {
            throw .files(error)
        }
    }

    // MARK: On the other threads

    private func readEntityRows() {
        do {
            while !questions.isAbandoned, let batch = try request.entityRows.next(limit: Self.batchSize) {
                questions.put(batch)
            }
            questions.finish()
        } catch {
            questions.fail(error)
        }
    }

    private func writeAnswers() {
        while let rows = answers.take() {
            do {
                try request.answers.append(rows)
                count(rows.count)
            } catch {
                answers.fail(error)
                return
            }
        }
    }

    // MARK: Progress

    private func move(to stage: RetrievalStage) {
        let rows = request.entityRows.rowCount
        state.withLock { state in
            guard case .running(_, let done, _) = state.progress else { return }
            state.progress = .running(stage: stage, rowsDone: done, rows: rows)
        }
    }

    private func count(_ more: Int) {
        state.withLock { state in
            guard case .running(let stage, let done, let rows) = state.progress else { return }
            state.progress = .running(stage: stage, rowsDone: done + Int64(more), rows: rows)
        }
    }

    private func end(_ progress: RetrievalProgress) {
        let waiting = state.withLock { state in
            state.progress = progress
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    private func checkCancelled() throws(Ending) {
        if state.withLock({ $0.isCancelled }) { throw .cancelled }
    }

    private func classifying<Value>(_ body: () throws(DatabaseError) -> Value) throws(Ending) -> Value {
        do throws(DatabaseError) {
            return try body()
        } catch {
            try checkCancelled()
            throw .store(configuration.failure.storeError(error, while: "join"))
        }
    }

    private func outcome(of ending: Ending) -> RetrievalProgress {
        switch ending {
        case .cancelled: .cancelled
        case .store(let error): .failed(error)
        case .files(let error): .failedOnFiles(message: String(describing: error))
        }
    }
}
