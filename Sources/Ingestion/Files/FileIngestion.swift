public import FeatureModel
import RowFiles
public import StorageAPI

/// Produces the rows of a file to a source: reads it in a stream, converts by the feature set's types, sets bad rows
/// aside, one by one, and goes on.
///
/// A row's number within the file and the ingestion's id name its record, so that a run that was killed can run again
/// and adds only what is missing. Reading and encoding one batch overlap with publishing the one before.
public struct FileIngestion: Sendable {
    private let request: FileIngestionRequest
    private let ingestion: IngestionID
    private let publisher: any RowPublisher
    private let deadLetters: any DeadLetterSink
    private let wallClock: @Sendable () -> Timestamp
    private let rowsPerBatch: Int

    /// Makes an ingestion that has not begun.
    ///
    /// - Parameters:
    ///   - request: the file.
    ///   - ingestion: the id that ties its rows together; see ``FileIngestionIdentity``.
    ///   - publisher: the writing end of the feature set's source.
    ///   - deadLetters: takes the rows that cannot be read.
    ///   - wallClock: for the dates of dead letters.
    ///   - rowsPerBatch: how many rows to publish at a time.
    public init(
        _ request: FileIngestionRequest, ingestion: IngestionID, publisher: any RowPublisher,
        deadLetters: any DeadLetterSink, wallClock: @escaping @Sendable () -> Timestamp, rowsPerBatch: Int = 5_000
    ) {
        self.request = request
        self.ingestion = ingestion
        self.publisher = publisher
        self.deadLetters = deadLetters
        self.wallClock = wallClock
        self.rowsPerBatch = rowsPerBatch
    }

    /// Runs to the file's end.
    ///
    /// - Parameter report: told of bad rows, notices and progress, in order.
    /// - Returns: what it came to; with a reading error when the file could not be read to its end.
    public func run(
        reportingTo report: @escaping @Sendable (FileIngestionEvent) -> Void
    ) async throws(FileIngestionFailure) -> FileIngestionSummary {
        let encoder = FileRowEncoder(request, ingestion: ingestion, rowsPerBatch: rowsPerBatch)
        let missing = try await encoder.open()
        if !missing.isEmpty { report(.notice(notice(of: missing))) }
        let totalBytes = await encoder.totalBytes
        var summary = FileIngestionSummary()
        var step = await encoder.next()
        while case .rows(let rows) = step {
            guard !Task.isCancelled else { throw .cancelled }
            async let upcoming = encoder.next()
            try await produce(rows, into: &summary, report)
            report(
                .progress(
                    bytes: rows.bytesRead, totalBytes: totalBytes, rowsProduced: summary.rowsProduced,
                    rowsBad: summary.rowsBad))
            step = await upcoming
        }
        if case .end(let error) = step { summary.readingError = error }
        return summary
    }

    private func produce(
        _ rows: EncodedRows, into summary: inout FileIngestionSummary,
        _ report: @Sendable (FileIngestionEvent) -> Void
    ) async throws(FileIngestionFailure) {
        do throws(StoreError) {
            if !rows.records.isEmpty {
                let result = try await publisher.publish(rows.records, ingestion: ingestion)
                summary.rowsAppended += Int64(result.appended)
                summary.rowsProduced += Int64(result.appended + result.alreadyThere)
                summary.end = Self.merged(summary.end, result.end)
            }
            if !rows.bad.isEmpty { try await deadLetters.append(rows.bad.map(letter)) }
        } catch {
            throw error.code == .cancelled ? .cancelled : .store(error)
        }
        for bad in rows.bad { report(.badRow(bad.fault.description(inFileAt: request.path))) }
        summary.rowsRead += Int64(rows.count)
        summary.rowsBad += Int64(rows.bad.count)
    }

    private func letter(for bad: EncodedRows.Bad) -> DeadLetter {
        DeadLetter(
            id: DeadLetterIdentity.id(ofRow: bad.rowNumber, of: ingestion), at: wallClock(),
            featureSet: request.featureSet.reference, store: nil, job: nil,
            transform: RowRejection.Transform.ingest.rawValue, reason: .badInput,
            message: bad.fault.description(inFileAt: request.path), payload: Array(bad.text.utf8), position: nil,
            ingestionID: ingestion)
    }

    private func notice(of missing: [String]) -> String {
        let columns = missing.joined(separator: ", ")
        return missing.count == 1
            ? "there is no column \(columns): the feature is null in every row"
            : "there are no columns \(columns): these features are null in every row"
    }

    private static func merged(_ left: [SourcePosition], _ right: [SourcePosition]) -> [SourcePosition] {
        let last = Dictionary((left + right).map { ($0.partition, $0.offset) }) { max($0, $1) }
        return last.map { SourcePosition(partition: $0.key, offset: $0.value) }.sorted()
    }
}
