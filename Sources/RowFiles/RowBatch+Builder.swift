internal import FeatureModel

extension RowBatch {
    /// A batch while a parser fills it. Offsets count from the start of the input's window.
    struct Builder {
        private(set) var cells: [CellSpan] = []
        private(set) var entries: [Entry] = []
        /// How far the window was parsed.
        var consumed = 0
        /// The physical line at that place.
        var line: Int

        init(line: Int) {
            self.line = line
        }

        var rowCount: Int { entries.count }
        var cellCount: Int { cells.count }

        mutating func append(_ cell: CellSpan) { cells.append(cell) }

        mutating func set(_ cell: CellSpan, at index: Int) { cells[index] = cell }

        mutating func removeCells(from index: Int) { cells.removeSubrange(index...) }

        /// Closes a row whose cells were appended.
        mutating func finishRow(firstCell: Int, bytes: Range<Int>, fault: RowFault? = nil) {
            if fault != nil { removeCells(from: firstCell) }
            entries.append(
                Entry(firstCell: firstCell, cellCount: cells.count - firstCell, line: line, bytes: bytes, fault: fault))
        }

        /// Takes the bytes along, resolves escapes, and stops before the first byte that is not UTF-8.
        ///
        /// - Returns: the batch, and the physical line of such a byte.
        mutating func finish(
            _ window: UnsafeRawBufferPointer, columns: [String], format: RowFormat
        ) -> (batch: RowBatch, invalidLine: Int?) {
            let region = UnsafeRawBufferPointer(rebasing: window[..<consumed])
            let invalid = TextBytes.firstInvalid(in: region)
            var invalidLine: Int?
            if let invalid {
                let kept = entries.firstIndex { $0.bytes.upperBound > invalid } ?? entries.count
                invalidLine = line(of: invalid, from: kept, in: region)
                entries.removeSubrange(kept...)
            }
            var bytes = [UInt8](region)
            for index in cells.indices where cells[index].kind == .quotedText || cells[index].kind == .escapedText {
                cells[index] = TextBytes.appendUnescaped(cells[index], to: &bytes)
            }
            let batch = RowBatch(bytes: bytes, cells: cells, entries: entries, columns: columns, format: format)
            return (batch, invalidLine)
        }

        private func line(of offset: Int, from entry: Int, in region: UnsafeRawBufferPointer) -> Int {
            guard entry < entries.count else { return line }
            let start = min(entries[entry].bytes.lowerBound, offset)
            return entries[entry].line + region[start..<offset].count { $0 == UInt8(ascii: "\n") }
        }
    }
}
