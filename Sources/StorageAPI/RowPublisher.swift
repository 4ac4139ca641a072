public import FeatureModel

/// The writing end of a source.
///
/// ``publish(_:ingestion:)`` returns when the source holds the records durably. Records of one ingestion come in
/// ascending order of their numbers. Sources that remember ingestions (the local log) take each (ingestion, number)
/// once, so that a run that was killed can simply run again.
public protocol RowPublisher: Sendable {
    /// Appends records.
    func publish(
        _ records: [PublishedRecord], ingestion: IngestionID
    ) async throws(StoreError) -> PublishResult

    /// Gives the source back. Calling it twice is harmless.
    func close() async
}
