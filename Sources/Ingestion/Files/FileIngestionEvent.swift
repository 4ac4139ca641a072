/// What the ingestion of a file tells while it goes on.
public enum FileIngestionEvent: Sendable, Hashable {
    /// Something worth saying once, such as a feature column that is missing.
    case notice(String)
    /// A row that was set aside: `file:line:column: what, expected, got`.
    case badRow(String)
    /// How far it is: bytes of the file read and in all (nil for a pipe), rows produced and set aside.
    case progress(bytes: Int64, totalBytes: Int64?, rowsProduced: Int64, rowsBad: Int64)
}
