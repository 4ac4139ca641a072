public import FeatureModel

/// Some rows of a file, with their cells still as they stood there.
///
/// Cells are read by position: ``RowReader/position(ofColumn:)`` says where a column is.
public struct RowBatch: Sendable {
    struct Entry {
        var firstCell: Int
        var cellCount: Int
        var line: Int
        var bytes: Range<Int>
        var fault: RowFault?
    }

    let bytes: [UInt8]
    let cells: [CellSpan]
    let entries: [Entry]
    let columns: [String]
    let format: RowFormat

    /// How many rows there are; 0 at the file's end.
    public var count: Int { entries.count }

    /// True at the file's end.
    public var isEmpty: Bool { entries.isEmpty }

    /// The physical line, from 1, on which a row begins.
    public func line(ofRow row: Int) -> Int { entries[row].line }

    /// Why a row has no cells, where the line is no row.
    public func fault(ofRow row: Int) -> RowFault? { entries[row].fault }

    /// A row as it stands in the file, for a dead letter.
    public func text(ofRow row: Int) -> String { String(decoding: bytes[entries[row].bytes], as: UTF8.self) }

    /// A cell as it goes unchanged into another file.
    ///
    /// A position behind the row's cells is null: in JSON Lines keys may be absent.
    public func cell(row: Int, column: Int) -> RowCell {
        let span = span(row: row, column: column)
        switch span.kind {
        case .null: return .null
        case .number, .boolean, .tree: return .literal(String(decoding: bytes[span.range], as: UTF8.self))
        case .text, .quotedText, .escapedText: return .text(String(decoding: bytes[span.range], as: UTF8.self))
        }
    }

    /// A cell as a value of a type; nil where it is null.
    ///
    /// Booleans are true, false, 1 and 0 in any case; NaN and infinities are taken by name for floating types; bytes are
    /// base64; lists are JSON arrays.
    ///
    /// - Throws: the fault, with line and column, where the cell is no such value or out of the type's range.
    public func value(row: Int, column: Int, as type: ValueType) throws(RowFault) -> FeatureValue? {
        let span = span(row: row, column: column)
        guard span.kind != .null else { return nil }
        let result = bytes.withUnsafeBytes { memory in
            let cell = UnsafeRawBufferPointer(rebasing: memory[span.range])
            return Result { () throws(CellFault) in try CellConverter.value(of: cell, kind: span.kind, as: type) }
        }
        switch result {
        case .success(let value): return value
        case .failure(let fault): throw self.fault(fault, row: row, column: column)
        }
    }

    /// A cell as a time; nil where it is null.
    ///
    /// - Throws: the fault, with line and column, where the cell is no time or an ambiguous one.
    public func timestamp(row: Int, column: Int, reading: TimestampReading) throws(RowFault) -> Timestamp? {
        let span = span(row: row, column: column)
        guard span.kind != .null else { return nil }
        let result = bytes.withUnsafeBytes { memory in
            let cell = UnsafeRawBufferPointer(rebasing: memory[span.range])
            return Result { () throws(CellFault) in try reading.timestamp(of: cell, kind: span.kind) }
        }
        switch result {
        case .success(let value): return value
        case .failure(let fault): throw self.fault(fault, row: row, column: column)
        }
    }

    /// A fault at a cell, such as a null where a value is needed.
    public func fault(row: Int, column: Int, expected: String, got: String) -> RowFault {
        fault(CellFault(expected: expected, got: got), row: row, column: column)
    }

    private func fault(_ fault: CellFault, row: Int, column: Int) -> RowFault {
        RowFault(
            line: entries[row].line, column: format == .csv ? column + 1 : nil,
            columnName: column < columns.count ? columns[column] : nil, message: fault.description)
    }

    private func span(row: Int, column: Int) -> CellSpan {
        let entry = entries[row]
        return column < entry.cellCount ? cells[entry.firstCell + column] : .null
    }
}
