public import FeatureModel

/// Keeps dead letters, and lets an operator look at them and decide.
///
/// Replaying is the caller's work (it publishes the payload again); here it is only counted.
public protocol DeadLetterStore: DeadLetterSink {
    /// The letters grouped by reason, feature set and store; most numerous first.
    func groups(_ query: DeadLetterQuery) async throws(StoreError) -> [DeadLetterGroup]

    /// Letters, newest first, by ``FeatureModel/DeadLetter/at``; those of one instant in an order that stays, so that pages
    /// neither overlap nor leave out.
    ///
    /// - Parameters:
    ///   - query: which ones.
    ///   - limit: the most to return.
    ///   - offset: how many of the newest to pass over.
    func list(_ query: DeadLetterQuery, limit: Int, offset: Int) async throws(StoreError) -> [DeadLetter]

    /// How many letters a query means.
    func count(_ query: DeadLetterQuery) async throws(StoreError) -> Int64

    /// One letter; nil when there is none with this id.
    func get(_ id: DeadLetterID) async throws(StoreError) -> DeadLetter?

    /// Counts one more replay for each of these letters.
    func markReplayed(_ ids: [DeadLetterID]) async throws(StoreError)

    /// Forgets letters for good, and says how many there were.
    func discard(_ query: DeadLetterQuery) async throws(StoreError) -> Int64

    /// Gives connections back. Calling it twice is harmless.
    func close() async
}
