/// What a door may ask of ingestion.
public struct IngestOperations: Sendable {
    /// Reads a file and produces its rows to the feature set's source; tells how it goes while it does. Cancelling it
    /// leaves what was produced; running it again adds only what is missing.
    public var ingest:
        @Sendable (IngestRequest, _ report: @escaping @Sendable (IngestEvent) -> Void) async throws(OperationError) ->
            IngestResult

    /// Makes the operations.
    public init(
        ingest:
            @escaping @Sendable (IngestRequest, @escaping @Sendable (IngestEvent) -> Void) async throws(OperationError)
            -> IngestResult
    ) {
        self.ingest = ingest
    }
}
