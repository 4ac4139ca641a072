public import FeatureModel

/// Takes rows that could not be stored.
public protocol DeadLetterSink: Sendable {
    /// Keeps dead letters durably. A letter whose id is already there is left as it is, so that a redelivery sets
    /// nothing aside twice.
    func append(_ letters: [DeadLetter]) async throws(StoreError)
}
