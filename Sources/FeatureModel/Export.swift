/// A historical export: a job in the same ledger as the ingestion jobs.
public struct Export: Sendable, Hashable, Codable {
    /// The id.
    public let id: ExportID
    /// What was asked.
    public let request: ExportRequest
    /// Where it stands.
    public var status: ExportStatus
    /// What it is doing, while it runs.
    public var stage: RetrievalStage?
    /// The store that answers.
    public var store: StoreName?
    /// Entity rows in all; nil until they are counted.
    public var rows: Int64?
    /// Entity rows answered.
    public var rowsDone: Int64
    /// Absolute paths (or the engine's URIs) of the finished files.
    public var files: [String]
    /// What went wrong, in one sentence.
    public var error: String?
    /// When it was asked for.
    public let createdAt: Timestamp
    /// When its worker began.
    public var startedAt: Timestamp?
    /// When it ended.
    public var finishedAt: Timestamp?
    /// When its worker was heard of last.
    public var heartbeatAt: Timestamp?
    /// Its worker, while it has one.
    public var worker: WorkerIdentity?

    /// Makes an export that was just asked for.
    public init(id: ExportID, request: ExportRequest, createdAt: Timestamp) {
        self.id = id
        self.request = request
        self.status = .pending
        self.rowsDone = 0
        self.files = []
        self.createdAt = createdAt
    }
}
