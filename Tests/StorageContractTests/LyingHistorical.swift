import FeatureModel
import StorageAPI
import StorageContract

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
