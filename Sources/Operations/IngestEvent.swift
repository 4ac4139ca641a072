/// What an ingestion tells while it goes on.
public enum IngestEvent: Sendable, Hashable {
    /// Something worth saying once: a missing feature column, a store that is down.
    case notice(String)
    /// A cell or line that could not be read: `file:line:column: what, expected, got`.
    case badRow(String)
    /// How far reading the file is: bytes of it read and in all, rows produced and set aside.
    case reading(bytes: Int64, totalBytes: Int64, rowsProduced: Int64, rowsBad: Int64)
    /// How far the stores are: rows answered for, of rows produced, per store.
    case waiting(stores: [IngestStoreProgress])
}
