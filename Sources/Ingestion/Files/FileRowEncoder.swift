import FeatureModel
import RowCoding
import RowFiles
import StorageAPI

/// Reads a file and makes FeatureRow bytes of it, on a queue of its own: reading a file blocks, and the reading goes on
/// while the batch before it is published.
actor FileRowEncoder {
    /// What the next step found.
    enum Step: Sendable {
        case rows(EncodedRows)
        /// The file's end, or what ended the reading before it.
        case end(RowFileError?)
    }

    private let executor = QueueExecutor(label: "larder.ingest.file")
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let request: FileIngestionRequest
    private let ingestion: IngestionID
    private let rowsPerBatch: Int
    private var reader: RowReader?
    private var columns: FileColumns?
    /// The first rows, or what kept them from being read.
    private var first: Result<RowFiles.RowBatch, RowFileError>?
    private var rowsRead: Int64 = 0

    init(_ request: FileIngestionRequest, ingestion: IngestionID, rowsPerBatch: Int) {
        self.request = request
        self.ingestion = ingestion
        self.rowsPerBatch = rowsPerBatch
    }

    /// The file's size; nil for a pipe.
    var totalBytes: Int64? { reader?.totalBytes }

    /// Opens the file and judges its header.
    ///
    /// - Returns: the features without a column.
    func open() throws(FileIngestionFailure) -> [String] {
        let reader: RowReader
        do throws(RowFileError) {
            reader = try RowReader(path: request.path, format: request.format)
        } catch {
            throw .unreadable(error)
        }
        self.reader = reader
        // The keys of JSON Lines are known once there are rows.
        let first = Result { () throws(RowFileError) in try reader.nextBatch(maxRows: rowsPerBatch) }
        self.first = first
        let hasRows = (try? first.get().isEmpty) == false
        guard hasRows || reader.format == .csv else { return [] }
        let columns = try FileColumns(reader, request)
        self.columns = columns
        return columns.missingFeatures
    }

    /// The next rows. What ends the reading early comes after the rows before it.
    func next() -> Step {
        guard let reader else { return .end(nil) }
        do throws(RowFileError) {
            let batch = try nextBatch(of: reader)
            guard let columns, !batch.isEmpty else { return .end(nil) }
            var rows = encode(batch, columns)
            rows.bytesRead = reader.bytesRead
            return .rows(rows)
        } catch {
            return .end(error)
        }
    }

    private func nextBatch(of reader: RowReader) throws(RowFileError) -> RowFiles.RowBatch {
        guard let first else { return try reader.nextBatch(maxRows: rowsPerBatch) }
        self.first = nil
        return try first.get()
    }

    private func encode(_ batch: RowFiles.RowBatch, _ columns: FileColumns) -> EncodedRows {
        var encoded = EncodedRows()
        encoded.records.reserveCapacity(batch.count)
        var row = FeatureRow(
            featureSet: request.featureSet.reference.description, eventTimestamp: nil, fields: [],
            ingestionID: ingestion)
        for index in 0..<batch.count {
            rowsRead += 1
            do throws(RowFault) {
                try fill(&row, from: batch, index, columns)
                encoded.records.append(
                    PublishedRecord(rowNumber: rowsRead, payload: FeatureRowEncoding.bytes(of: row)))
            } catch {
                encoded.bad.append(.init(rowNumber: rowsRead, fault: error, text: batch.text(ofRow: index)))
            }
        }
        return encoded
    }

    private func fill(
        _ row: inout FeatureRow, from batch: RowFiles.RowBatch, _ index: Int, _ columns: FileColumns
    ) throws(RowFault) {
        if let fault = batch.fault(ofRow: index) { throw fault }
        row.fields.removeAll(keepingCapacity: true)
        row.eventTimestamp = try batch.timestamp(
            row: index, column: columns.timestamp, reading: request.timestampReading)
        guard row.eventTimestamp != nil else {
            throw batch.fault(row: index, column: columns.timestamp, expected: "an event time", got: "null")
        }
        for column in columns.entities {
            let value = try batch.value(row: index, column: column.position, as: column.type)
            guard let value else {
                throw batch.fault(
                    row: index, column: column.position, expected: "\(column.type.name) (an entity)", got: "null")
            }
            row.fields.append(Field(name: column.name, value: value))
        }
        for column in columns.features {
            let value = try batch.value(row: index, column: column.position, as: column.type)
            row.fields.append(Field(name: column.name, value: value))
        }
    }
}
