public import RowFiles
public import StorageAPI

/// Why the ingestion of a file ended before it produced anything, or had to be given up.
public enum FileIngestionFailure: Error, Sendable, Equatable {
    /// The file cannot be opened, or has no header that can be read. Nothing was produced.
    case unreadable(RowFileError)
    /// The header does not fit the feature set: what is missing, and what to do. Nothing was produced.
    case header(message: String, hint: String)
    /// The source, or the place of the dead letters, failed. What was produced before stays; running it again adds the
    /// rest.
    case store(StoreError)
    /// It was cancelled. What was produced stays; running it again adds the rest.
    case cancelled
}
