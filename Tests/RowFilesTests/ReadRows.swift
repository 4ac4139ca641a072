import FeatureModel
import RowFiles

/// All of a file, and what ended the reading.
struct ReadRows {
    private(set) var columns: [String] = []
    private(set) var rows: [[RowCell]] = []
    private(set) var lines: [Int] = []
    private(set) var faults: [RowFault] = []
    private(set) var failure: RowFileError?

    init(_ path: String, format: RowFormat? = nil, rowLimit: Int = RowReader.usualRowLimit, batchSize: Int = 1000) {
        do throws(RowFileError) {
            let reader = try RowReader(path: path, format: format, rowLimit: rowLimit)
            defer { columns = reader.columns }
            while true {
                let batch = try reader.nextBatch(maxRows: batchSize)
                if batch.isEmpty { return }
                append(batch, columnCount: reader.columns.count)
            }
        } catch {
            failure = error
        }
    }

    private mutating func append(_ batch: RowBatch, columnCount: Int) {
        for row in 0..<batch.count {
            if let fault = batch.fault(ofRow: row) {
                faults.append(fault)
            } else {
                rows.append((0..<columnCount).map { batch.cell(row: row, column: $0) })
                lines.append(batch.line(ofRow: row))
            }
        }
    }
}
