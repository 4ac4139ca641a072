public import FeatureModel

/// The reading end of a source, for one consumer group.
///
/// **Order.** Within a partition records come in the order of their offsets, each once per session, beginning behind the
/// committed position (at the beginning where none is). A record keeps its position and its created time for ever, and
/// created times never run backwards within a partition.
///
/// **Commitment.** What is not committed is handed out again after a restart: at least once. Committing a position says
/// that everything up to and including it has been answered for.
///
/// **Waiting.** ``read(maxRecords:maxBytes:waitingUpTo:)`` waits for the first record, not for a full batch. A cancelled
/// wait throws `cancelled` and loses nothing.
public protocol RowSource: Sendable {
    /// Reads the next records.
    ///
    /// - Parameters:
    ///   - maxRecords: the most to return, at least 1.
    ///   - maxBytes: stop once the payloads add up to this; one record is always returned, however large.
    ///   - duration: how long to wait when there is none.
    /// - Returns: the records; empty when none came in time.
    func read(
        maxRecords: Int, maxBytes: Int, waitingUpTo duration: Duration
    ) async throws(StoreError) -> [SourceRecord]

    /// Commits, per partition, the last position that was answered for. Positions never move backwards.
    func commit(_ positions: [SourcePosition]) async throws(StoreError)

    /// How far the committed position is behind the end; nil where the source cannot tell.
    func lag() async throws(StoreError) -> SourceLag?

    /// Gives the source back. Uncommitted records will be handed out again. Calling it twice is harmless.
    func close() async
}
