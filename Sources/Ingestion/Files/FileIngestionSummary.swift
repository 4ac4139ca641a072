public import FeatureModel
public import RowFiles

/// What the ingestion of a file came to.
public struct FileIngestionSummary: Sendable, Hashable {
    /// Rows read from the file, good and bad.
    public var rowsRead: Int64 = 0
    /// Rows the source holds for it now, those of earlier runs included.
    public var rowsProduced: Int64 = 0
    /// Of those, the ones that this run appended.
    public var rowsAppended: Int64 = 0
    /// Rows that were set aside.
    public var rowsBad: Int64 = 0
    /// The last positions that its records hold in the source, per partition; empty where the source cannot tell.
    public var end: [SourcePosition] = []
    /// What ended the reading before the file's end; nil when it was read whole.
    public var readingError: RowFileError?
}
