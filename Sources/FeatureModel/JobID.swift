/// The id of an ingestion job, such as `local-to-online-1591500000000`.
public struct JobID: TextIdentifier {
    /// The text.
    public let rawValue: String

    /// Wraps text.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
