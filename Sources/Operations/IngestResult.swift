public import FeatureModel

/// What an ingestion did.
public struct IngestResult: Sendable, Hashable {
    /// What ties its rows together.
    public let ingestionID: IngestionID
    /// The feature set.
    public let featureSet: FeatureSetReference
    /// Rows read from the file.
    public let rowsRead: Int64
    /// Rows the source holds for it, those of earlier runs of the same ingestion included.
    public let rowsProduced: Int64
    /// Rows of the file that could not be read and were set aside.
    public let rowsBad: Int64
    /// What each subscribed store has answered; empty without waiting.
    public let stores: [IngestStoreProgress]
    /// How long it took.
    public let seconds: Double
    /// What ended the reading of the file early (a truncated archive, bad UTF-8); nil when it was read to its end.
    public let readingError: String?

    /// Makes a result.
    public init(
        ingestionID: IngestionID, featureSet: FeatureSetReference, rowsRead: Int64, rowsProduced: Int64, rowsBad: Int64,
        stores: [IngestStoreProgress], seconds: Double, readingError: String? = nil
    ) {
        self.ingestionID = ingestionID
        self.featureSet = featureSet
        self.rowsRead = rowsRead
        self.rowsProduced = rowsProduced
        self.rowsBad = rowsBad
        self.stores = stores
        self.seconds = seconds
        self.readingError = readingError
    }
}
