/// A row that could not be stored, set aside alone.
public struct DeadLetter: Sendable, Hashable, Codable {
    /// The id.
    public let id: DeadLetterID
    /// When it was set aside.
    public let at: Timestamp
    /// The feature set, where it is known.
    public let featureSet: FeatureSetReference?
    /// The store it was meant for; nil when it never got as far as a source.
    public let store: StoreName?
    /// The job that set it aside; nil for rows that `larder ingest` refused.
    public let job: JobID?
    /// The step that refused it: `decode`, `validate`, `write` or `ingest`.
    public let transform: String
    /// The group it belongs to.
    public let reason: DeadLetterReason
    /// What is wrong with it, in one sentence.
    public let message: String
    /// The record as it came from the source, or the line of the file. Hostile bytes.
    public let payload: [UInt8]
    /// Where the record stood in the source, so that a redelivery sets nothing aside twice.
    public let position: SourcePosition?
    /// The ingestion it came with; empty where unknown.
    public let ingestionID: IngestionID
    /// How often it was replayed.
    public var replays: Int64

    /// Makes a dead letter.
    public init(
        id: DeadLetterID, at: Timestamp, featureSet: FeatureSetReference?, store: StoreName?, job: JobID?,
        transform: String, reason: DeadLetterReason, message: String, payload: [UInt8], position: SourcePosition?,
        ingestionID: IngestionID = IngestionID(""), replays: Int64 = 0
    ) {
        self.id = id
        self.at = at
        self.featureSet = featureSet
        self.store = store
        self.job = job
        self.transform = transform
        self.reason = reason
        self.message = message
        self.payload = payload
        self.position = position
        self.ingestionID = ingestionID
        self.replays = replays
    }
}
