public import FeatureModel

/// What a door may ask about historical exports.
public struct ExportOperations: Sendable {
    /// Looks at a file of entity rows.
    public var inspect: @Sendable (_ path: String, RowFormat?) async throws(OperationError) -> EntityFileSummary
    /// Joins the first rows, for real, without writing anything.
    public var preview: @Sendable (ExportRequest, _ limit: Int) async throws(OperationError) -> ExportPreview
    /// Checks a request in full, enters it into the ledger and starts its worker; returns at once.
    public var start: @Sendable (ExportRequest) async throws(OperationError) -> Export
    /// All exports: running, queued, failed, then newest first.
    public var list: @Sendable () async throws(OperationError) -> [Export]
    /// One export.
    public var get: @Sendable (ExportID) async throws(OperationError) -> Export
    /// Asks an export to end.
    public var cancel: @Sendable (ExportID) async throws(OperationError) -> OrderOutcome
    /// Starts the same request once more, to the same output (`overwrites`) or another one.
    public var `repeat`:
        @Sendable (ExportID, _ outputPath: String?, _ overwrites: Bool) async throws(OperationError) -> Export
    /// The end of an export's log, or what came after a place.
    public var log: @Sendable (ExportID, _ from: Int64?, _ maxLines: Int) async throws(OperationError) -> LogChunk

    /// Makes the operations.
    public init(
        inspect: @escaping @Sendable (String, RowFormat?) async throws(OperationError) -> EntityFileSummary,
        preview: @escaping @Sendable (ExportRequest, Int) async throws(OperationError) -> ExportPreview,
        start: @escaping @Sendable (ExportRequest) async throws(OperationError) -> Export,
        list: @escaping @Sendable () async throws(OperationError) -> [Export],
        get: @escaping @Sendable (ExportID) async throws(OperationError) -> Export,
        cancel: @escaping @Sendable (ExportID) async throws(OperationError) -> OrderOutcome,
        repeat: @escaping @Sendable (ExportID, String?, Bool) async throws(OperationError) -> Export,
        log: @escaping @Sendable (ExportID, Int64?, Int) async throws(OperationError) -> LogChunk
    ) {
        self.inspect = inspect
        self.preview = preview
        self.start = start
        self.list = list
        self.get = get
        self.cancel = cancel
        self.repeat = `repeat`
        self.log = log
    }
}
