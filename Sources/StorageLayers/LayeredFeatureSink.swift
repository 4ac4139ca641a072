public import FeatureModel
public import StorageAPI

/// A sink within layers.
public struct LayeredFeatureSink: FeatureSink {
    private let inner: any FeatureSink
    private let owner: PlugOwner
    private let layer: any CallLayer

    /// Wraps a sink.
    public init(_ inner: any FeatureSink, of owner: PlugOwner, in layer: any CallLayer) {
        self.inner = inner
        self.owner = owner
        self.layer = layer
    }

    /// What suits the sink within.
    public var batchSize: BatchSize { inner.batchSize }

    /// Prepares, within the layers.
    public func prepareWrite(_ featureSet: FeatureSet) async throws(StoreError) {
        try await layer.perform(owner.call(.prepareWrite)) { () async throws(StoreError) in
            try await inner.prepareWrite(featureSet)
        }
    }

    /// Writes, within the layers; the same rows may be handed in several times.
    public func write(_ batch: RowBatch) async throws(StoreError) -> WriteResult {
        try await layer.perform(owner.call(.write, items: batch.rows.count)) {
            () async throws(StoreError) -> WriteResult in
            try await inner.write(batch)
        }
    }

    /// Closes the sink within.
    public func close() async { await inner.close() }
}
