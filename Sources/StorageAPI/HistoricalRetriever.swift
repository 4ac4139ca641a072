public import FeatureModel

/// The plug that answers what was true when: submit, poll, files out; joined correctly in time.
///
/// **The join** (spec section 4.6, and the page on identity and time): for each entity row at time *t*, among the feature
/// rows with an equal key and an event time ≤ *t*, the one with the greatest event time, then the greatest created
/// time. With a max age it is used only when it is *strictly* younger than that (to the nanosecond), else its features
/// are null. One answer per entity row, in the order of the rows, duplicates kept; a key with a null never matches.
///
/// **Life of a retrieval.** ``submit(_:)`` returns at once; when it throws, nothing was started and the request may be
/// submitted again. An id is taken once: submitting it again is `rejected`. Feature sets that were never written are
/// answered with nulls. ``poll(_:)`` tells how far it is; every failure ends as a
/// value of ``RetrievalProgress``, none leaves it running: what the entity rows or the answer sink throw ends as
/// `failedOnFiles` with their words, and the answer is discarded. ``cancel(_:)`` asks for the end; the next polls say when.
///
/// **Errors** of submitting and polling themselves are thrown as ``StoreError``.
public protocol HistoricalRetriever: Sendable {
    /// Starts a retrieval under the request's id.
    func submit(_ request: HistoricalRequest) async throws(StoreError)

    /// Tells how far a retrieval is; an id that was never submitted is `rejected`.
    func poll(_ id: ExportID) async throws(StoreError) -> RetrievalProgress

    /// Asks a retrieval to end. One that has ended stays as it ended.
    func cancel(_ id: ExportID) async throws(StoreError)

    /// Ends what still runs and gives connections back. Calling it twice is harmless.
    func close() async
}
