public import StorageAPI

/// An online retriever within layers.
public struct LayeredOnlineRetriever: OnlineRetriever {
    private let inner: any OnlineRetriever
    private let owner: PlugOwner
    private let layer: any CallLayer

    /// Wraps a retriever.
    public init(_ inner: any OnlineRetriever, of owner: PlugOwner, in layer: any CallLayer) {
        self.inner = inner
        self.owner = owner
        self.layer = layer
    }

    /// Reads, within the layers.
    public func read(_ request: OnlineRequest) async throws(StoreError) -> [OnlineRow?] {
        try await layer.perform(owner.call(.readOnline, items: request.keys.count)) {
            () async throws(StoreError) -> [OnlineRow?] in
            try await inner.read(request)
        }
    }

    /// Closes the retriever within.
    public func close() async { await inner.close() }
}
