import FeatureModel
import StorageAPI
import Synchronization

/// Joins entity rows with what was true at their time. Every retrieval runs on threads of its own.
final class SQLiteHistoricalRetriever: HistoricalRetriever {
    private let configuration: SQLiteConfiguration
    private let retrievals = Mutex<[ExportID: SQLiteRetrieval]>([:])

    init(_ configuration: SQLiteConfiguration) {
        self.configuration = configuration
    }

    func submit(_ request: HistoricalRequest) async throws(StoreError) {
        let retrieval = SQLiteRetrieval(request, configuration: configuration)
        let isNew = retrievals.withLock { retrievals in
            guard retrievals[request.id] == nil else { return false }
            retrievals[request.id] = retrieval
            return true
        }
        guard isNew else {
            throw configuration.failure.rejected(
                "\(request.id) was submitted before; use a new id", while: "start a retrieval")
        }
        retrieval.start()
    }

    func poll(_ id: ExportID) async throws(StoreError) -> RetrievalProgress {
        try retrieval(id, while: "poll a retrieval").progress
    }

    func cancel(_ id: ExportID) async throws(StoreError) {
        try retrieval(id, while: "cancel a retrieval").cancel()
    }

    func close() async {
        for retrieval in retrievals.withLock({ Array($0.values) }) {
            retrieval.cancel()
            await retrieval.ended()
        }
    }

    private func retrieval(_ id: ExportID, while operation: String) throws(StoreError) -> SQLiteRetrieval {
        guard let retrieval = retrievals.withLock({ $0[id] }) else {
            throw configuration.failure.rejected("\(id) was never submitted here", while: operation)
        }
        return retrieval
    }
}
