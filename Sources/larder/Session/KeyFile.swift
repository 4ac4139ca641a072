import Operations
import RowFiles
import Services

/// Reads the keys of a file: CSV or JSON Lines with the entities' columns.
enum KeyFile {
    private static let batch = 1_000

    /// All keys, in the file's order.
    static func read(_ path: String) throws(OperationError) -> [[OnlineQuery.EntityText]] {
        let reader: RowReader
        let columns: [String]
        do throws(RowFileError) {
            columns = try RowReader.columns(ofFileAt: path)
            reader = try RowReader(path: path)
        } catch {
            throw OperationError(error)
        }
        var keys: [[OnlineQuery.EntityText]] = []
        while let rows = try next(of: reader) {
            for row in 0..<rows.count { keys.append(try key(ofRow: row, in: rows, columns, reader)) }
        }
        return keys
    }

    private static func next(of reader: RowReader) throws(OperationError) -> RowBatch? {
        do throws(RowFileError) {
            let rows = try reader.nextBatch(maxRows: batch)
            return rows.isEmpty ? nil : rows
        } catch {
            throw OperationError(error)
        }
    }

    private static func key(
        ofRow row: Int, in rows: RowBatch, _ columns: [String], _ reader: RowReader
    ) throws(OperationError) -> [OnlineQuery.EntityText] {
        if let fault = rows.fault(ofRow: row) {
            throw OperationError(.invalid, fault.description(inFileAt: reader.path), target: reader.path)
        }
        return columns.compactMap { name in
            guard let position = reader.position(ofColumn: name) else { return nil }
            switch rows.cell(row: row, column: position) {
            case .text(let text), .literal(let text): return OnlineQuery.EntityText(name: name, text: text)
            case .null, .value, .time: return nil
            }
        }
    }
}
