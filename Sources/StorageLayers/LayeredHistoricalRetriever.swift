public import FeatureModel
public import StorageAPI

/// A historical retriever within layers. They are around submitting, polling and cancelling, not around the retrieval
/// itself, which ends as a value of ``StorageAPI/RetrievalProgress``.
public struct LayeredHistoricalRetriever: HistoricalRetriever {
    private let inner: any HistoricalRetriever
    private let owner: PlugOwner
    private let layer: any CallLayer

    /// Wraps a retriever.
    public init(_ inner: any HistoricalRetriever, of owner: PlugOwner, in layer: any CallLayer) {
        self.inner = inner
        self.owner = owner
        self.layer = layer
    }

    /// Submits, within the layers.
    public func submit(_ request: HistoricalRequest) async throws(StoreError) {
        try await layer.perform(owner.call(.submit)) { () async throws(StoreError) in
            try await inner.submit(request)
        }
    }

    /// Polls, within the layers.
    public func poll(_ id: ExportID) async throws(StoreError) -> RetrievalProgress {
        try await layer.perform(owner.call(.poll)) { () async throws(StoreError) -> RetrievalProgress in
            try await inner.poll(id)
        }
    }

    /// Asks for the end, within the layers.
    public func cancel(_ id: ExportID) async throws(StoreError) {
        try await layer.perform(owner.call(.cancelRetrieval)) { () async throws(StoreError) in
            try await inner.cancel(id)
        }
    }

    /// Closes the retriever within.
    public func close() async { await inner.close() }
}
