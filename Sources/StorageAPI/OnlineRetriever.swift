/// The plug that answers what the newest value is. It reads and decodes within the call.
///
/// **Order.** The answer has exactly one element per key, in the order of the keys; a key asked twice is answered twice.
///
/// **Absence.** A key that was never written is nil. A stored row that no longer fits the feature set (spec section 3.2)
/// is nil too; bytes that are no row at all are an error, `corrupted`.
///
/// **Staleness** is not judged here: the newest row is answered however old it is.
///
/// **Cancelling.** A cancelled read ends soon, as `cancelled` or with its answer, and leaves the retriever usable.
///
/// **Errors** are thrown as ``StoreError``. A lost connection is `unavailable` and transient; when the store is back,
/// the next read finds it.
public protocol OnlineRetriever: Sendable {
    /// Reads the newest row of every key.
    func read(_ request: OnlineRequest) async throws(StoreError) -> [OnlineRow?]

    /// Gives connections back. Calling it twice is harmless.
    func close() async
}
