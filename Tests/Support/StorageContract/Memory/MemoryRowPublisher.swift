import FeatureModel
import StorageAPI

/// The writing end of a memory store's log.
struct MemoryRowPublisher: RowPublisher {
    let store: MemoryStore

    func publish(
        _ records: [PublishedRecord], ingestion: IngestionID
    ) async throws(StoreError) -> PublishResult {
        try store.checkCancellation("publish records")
        return store.log.append(records, ingestion: ingestion)
    }

    func close() async {}
}
