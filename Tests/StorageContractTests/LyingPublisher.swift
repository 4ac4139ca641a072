import FeatureModel
import StorageAPI
import StorageContract

/// A publisher that lies.
struct LyingPublisher: RowPublisher {
    typealias Publish =
        @Sendable (
            any RowPublisher, [PublishedRecord], IngestionID
        ) async throws -> PublishResult

    let real: any RowPublisher
    let onPublish: Publish

    func publish(
        _ records: [PublishedRecord], ingestion: IngestionID
    ) async throws(StoreError) -> PublishResult { try await typed { try await onPublish(real, records, ingestion) } }

    func close() async { await real.close() }
}
