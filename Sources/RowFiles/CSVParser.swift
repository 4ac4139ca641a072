/// Splits CSV (RFC 4180) into rows.
///
/// Rows end at LF or CRLF. Empty lines are passed over, but in files of one column, where they are a null. A quotation
/// mark inside of an unquoted cell stands for itself.
struct CSVParser {
    /// How many cells a row must have; nil for the header.
    let columnCount: Int?

    /// Adds rows to the batch, from its `consumed` on, until it holds `maxRows` or the window has no further whole row.
    ///
    /// - Parameter isAtEnd: nothing follows the window, so that its last row needs no line break.
    func parse(
        _ window: UnsafeRawBufferPointer, isAtEnd: Bool, maxRows: Int, into batch: inout RowBatch.Builder
    ) {
        while batch.rowCount < maxRows, batch.consumed < window.count {
            var scanner = CSVScanner(window: window, index: batch.consumed, isAtEnd: isAtEnd)
            let firstCell = batch.cellCount
            guard scanner.scanRow(into: &batch) else {
                batch.removeCells(from: firstCell)
                return
            }
            finishRow(scanner, firstCell: firstCell, into: &batch)
        }
    }

    private func finishRow(_ scanner: CSVScanner, firstCell: Int, into batch: inout RowBatch.Builder) {
        let count = batch.cellCount - firstCell
        let range = batch.consumed..<scanner.rowEnd
        if range.isEmpty, columnCount != 1 {
            batch.removeCells(from: firstCell)
        } else if scanner.hasStrayText {
            let fault = RowFault(
                line: batch.line, column: scanner.strayColumn,
                message: "something stands between a closing quotation mark and the end of its cell")
            batch.finishRow(firstCell: firstCell, bytes: range, fault: fault)
        } else if let columnCount, count != columnCount {
            let fault = RowFault(
                line: batch.line, message: "expected \(columnCount) cells, as in the header, got \(count)")
            batch.finishRow(firstCell: firstCell, bytes: range, fault: fault)
        } else {
            batch.finishRow(firstCell: firstCell, bytes: range)
        }
        batch.line += 1 + scanner.quotedLineBreaks
        batch.consumed = scanner.index
    }
}
