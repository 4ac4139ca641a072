public import FeatureModel
public import StorageAPI

/// A source within layers.
public struct LayeredRowSource: RowSource {
    private let inner: any RowSource
    private let owner: PlugOwner
    private let layer: any CallLayer

    /// Wraps a source.
    public init(_ inner: any RowSource, of owner: PlugOwner, in layer: any CallLayer) {
        self.inner = inner
        self.owner = owner
        self.layer = layer
    }

    /// Reads, within the layers; the wait that the caller asked for is not counted as lateness.
    public func read(
        maxRecords: Int, maxBytes: Int, waitingUpTo duration: Duration
    ) async throws(StoreError) -> [SourceRecord] {
        try await layer.perform(owner.call(.readSource, patience: duration)) {
            () async throws(StoreError) -> [SourceRecord] in
            try await inner.read(maxRecords: maxRecords, maxBytes: maxBytes, waitingUpTo: duration)
        }
    }

    /// Commits, within the layers.
    public func commit(_ positions: [SourcePosition]) async throws(StoreError) {
        try await layer.perform(owner.call(.commit, items: positions.count)) { () async throws(StoreError) in
            try await inner.commit(positions)
        }
    }

    /// Asks for the lag, within the layers.
    public func lag() async throws(StoreError) -> SourceLag? {
        try await layer.perform(owner.call(.lag)) { () async throws(StoreError) -> SourceLag? in
            try await inner.lag()
        }
    }

    /// Closes the source within.
    public func close() async { await inner.close() }
}
