public import FeatureModel
public import StorageAPI

/// A publisher within layers.
///
/// A publish that is tried again may append twice where the source does not remember ingestions. That is the "at
/// least once" that every sink is made for: the second copy lands on the first.
public struct LayeredRowPublisher: RowPublisher {
    private let inner: any RowPublisher
    private let owner: PlugOwner
    private let layer: any CallLayer

    /// Wraps a publisher.
    public init(_ inner: any RowPublisher, of owner: PlugOwner, in layer: any CallLayer) {
        self.inner = inner
        self.owner = owner
        self.layer = layer
    }

    /// Publishes, within the layers.
    public func publish(
        _ records: [PublishedRecord], ingestion: IngestionID
    ) async throws(StoreError) -> PublishResult {
        try await layer.perform(owner.call(.publish, items: records.count)) {
            () async throws(StoreError) -> PublishResult in
            try await inner.publish(records, ingestion: ingestion)
        }
    }

    /// Closes the publisher within.
    public func close() async { await inner.close() }
}
