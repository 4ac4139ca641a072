/// What ties rows to one ingestion of one file; the same file into the same feature set has the same id.
public struct IngestionID: TextIdentifier {
    /// The text.
    public let rawValue: String

    /// Wraps text.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
