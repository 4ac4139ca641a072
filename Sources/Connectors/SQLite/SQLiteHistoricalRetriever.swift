import FeatureModel
import StorageAPI
import Synchronization

/// Joins entity rows with what was true at their time. Every retrieval runs on threads of its own.
final class SQLiteHistoricalRetriever: HistoricalRetriever {
    /// What is kept of a retrieval. Once its end was told, that is all: the request holds a file open.
    private enum Entry {
        case underWay(SQLiteRetrieval)
        case ended(RetrievalProgress)
    }

    private let configuration: SQLiteConfiguration
    private let retrievals = Mutex<[ExportID: Entry]>([:])

    init(_ configuration: SQLiteConfiguration) {
        self.configuration = configuration
    }

    func submit(_ request: HistoricalRequest) async throws(StoreError) {
        let retrieval = SQLiteRetrieval(request, configuration: configuration)
        let isNew = retrievals.withLock { retrievals in
            guard retrievals[request.id] == nil else { return false }
            retrievals[request.id] = .underWay(retrieval)
            return true
        }
        guard isNew else {
            throw configuration.failure.rejected(
                "\(request.id) was submitted before; use a new id", while: "start a retrieval")
        }
        retrieval.start()
    }

    func poll(_ id: ExportID) async throws(StoreError) -> RetrievalProgress {
        switch try entry(id, while: "poll a retrieval") {
        case .ended(let progress): return progress
        case .underWay(let retrieval):
            let progress = retrieval.progress
            if case .running = progress { return progress }
            retrievals.withLock { $0[id] = .ended(progress) }
            return progress
        }
    }

    func cancel(_ id: ExportID) async throws(StoreError) {
        if case .underWay(let retrieval) = try entry(id, while: "cancel a retrieval") { retrieval.cancel() }
    }

    func close() async {
        for case .underWay(let retrieval) in retrievals.withLock({ Array($0.values) }) {
            retrieval.cancel()
            await retrieval.ended()
        }
    }

    private func entry(_ id: ExportID, while operation: String) throws(StoreError) -> Entry {
        guard let entry = retrievals.withLock({ $0[id] }) else {
            throw configuration.failure.rejected("\(id) was never submitted here", while: operation)
        }
        return entry
    }
}
