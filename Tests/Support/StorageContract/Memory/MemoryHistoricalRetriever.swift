import Dispatch
import FeatureModel
import StorageAPI
import Synchronization

/// The historical retriever of a memory store. Each retrieval has a serial queue of its own, because entity rows and
/// answers may block on files.
final class MemoryHistoricalRetriever: HistoricalRetriever {
    private struct Retrieval {
        var progress: RetrievalProgress
        var isCancelled = false
    }

    private static let batchSize = 1000
    private let store: MemoryStore
    private let retrievals = Mutex<[ExportID: Retrieval]>([:])

    init(store: MemoryStore) {
        self.store = store
    }

    func submit(_ request: HistoricalRequest) async throws(StoreError) {
        try store.checkCancellation("submit a retrieval")
        let isNew = retrievals.withLock { retrievals in
            guard retrievals[request.id] == nil else { return false }
            let start = RetrievalProgress.running(stage: .preparing, rowsDone: 0, rows: request.entityRows.rowCount)
            retrievals[request.id] = Retrieval(progress: start)
            return true
        }
        guard isNew else {
            throw store.error(
                .rejected, operation: "submit a retrieval", message: "there already is a retrieval \(request.id)")
        }
        DispatchQueue(label: "memory.\(request.id)").async { self.run(request) }
    }

    func poll(_ id: ExportID) async throws(StoreError) -> RetrievalProgress {
        guard let progress = retrievals.withLock({ $0[id]?.progress }) else { throw unknown(id, "poll a retrieval") }
        return progress
    }

    func cancel(_ id: ExportID) async throws(StoreError) {
        guard retrievals.withLock({ $0[id] }) != nil else { throw unknown(id, "cancel a retrieval") }
        retrievals.withLock { $0[id]?.isCancelled = true }
    }

    func close() async {
        retrievals.withLock { retrievals in
            for id in retrievals.keys { retrievals[id]?.isCancelled = true }
        }
    }

    private func unknown(_ id: ExportID, _ operation: String) -> StoreError {
        store.error(.rejected, operation: operation, message: "there is no retrieval \(id)")
    }

    private func run(_ request: HistoricalRequest) {
        var done: Int64 = 0
        do {
            while !isCancelled(request.id), let batch = try request.entityRows.next(limit: Self.batchSize) {
                if isCancelled(request.id) { break }
                try request.answers.append(answers(to: batch, of: request.featureSets))
                done += Int64(batch.timestamps.count)
                tell(request, .running(stage: .joining, rowsDone: done, rows: request.entityRows.rowCount))
            }
            guard !isCancelled(request.id) else { return end(request, as: .cancelled) }
            let files = try request.answers.finish()
            tell(request, .done(files: files, rows: done))
        } catch let error as StoreError {
            end(request, as: .failed(error))
        } catch {
            end(request, as: .failedOnFiles(message: "\(error)"))
        }
    }

    private func answers(
        to batch: EntityRowBatch, of featureSets: [HistoricalFeatureSetRequest]
    ) -> [[FeatureValue?]] {
        var answers = [[FeatureValue?]](repeating: [], count: batch.timestamps.count)
        for (set, keys) in zip(featureSets, batch.keys) {
            for (row, values) in store.tables.join(set, times: batch.timestamps, keys: keys).enumerated() {
                answers[row] += values
            }
        }
        return answers
    }

    private func isCancelled(_ id: ExportID) -> Bool { retrievals.withLock { $0[id]?.isCancelled ?? true } }

    private func end(_ request: HistoricalRequest, as progress: RetrievalProgress) {
        request.answers.discard()
        tell(request, progress)
    }

    private func tell(_ request: HistoricalRequest, _ progress: RetrievalProgress) {
        retrievals.withLock { $0[request.id]?.progress = progress }
    }
}
