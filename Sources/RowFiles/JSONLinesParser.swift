internal import Glibc

/// Splits JSON Lines into rows: one object per line, whose keys are the columns. Blank lines are passed over.
///
/// Columns get their positions in the order in which keys are first seen, or asked for.
struct JSONLinesParser {
    /// A file with more different keys than this holds data in its keys.
    private static let mostColumns = 10_000

    private(set) var columns: [String] = []
    private var positions: [String: Int] = [:]
    /// Per column, the row in which it was seen last; finds keys that stand twice in an object.
    private var lastSeen: [Int] = []
    private var row = 0
    /// Column of the key at this place in the row before; rows mostly repeat the order of their keys.
    private var usualColumns: [Int] = []

    /// The column's position, which it gets now where no row had the key yet.
    mutating func position(ofColumn name: String) -> Int {
        if let known = positions[name] { return known }
        positions[name] = columns.count
        columns.append(name)
        lastSeen.append(0)
        return columns.count - 1
    }

    /// Adds rows to the batch, from its `consumed` on, until it holds `maxRows` or the window has no further whole row.
    ///
    /// - Parameter isAtEnd: nothing follows the window, so that its last row needs no line break.
    mutating func parse(
        _ window: UnsafeRawBufferPointer, isAtEnd: Bool, maxRows: Int, into batch: inout RowBatch.Builder
    ) {
        while batch.rowCount < maxRows, batch.consumed < window.count {
            let start = batch.consumed
            let rest = UnsafeRawBufferPointer(rebasing: window[start...])
            guard let base = rest.baseAddress else { return }
            let found = memchr(base, CInt(UInt8(ascii: "\n")), rest.count)
            guard found != nil || isAtEnd else { return }
            let length = found.map { base.distance(to: UnsafeRawPointer($0)) } ?? rest.count
            parseLine(window, range: start..<start + length, into: &batch)
            batch.line += 1
            batch.consumed = start + length + (found == nil ? 0 : 1)
        }
    }

    private mutating func parseLine(
        _ window: UnsafeRawBufferPointer, range: Range<Int>, into batch: inout RowBatch.Builder
    ) {
        var scanner = JSONScanner(window, range: range)
        scanner.skipBlanks()
        if scanner.isAtEnd { return }
        let firstCell = batch.cellCount
        do throws(JSONScanner.Failure) {
            try object(&scanner, into: &batch)
            batch.finishRow(firstCell: firstCell, bytes: range)
        } catch {
            let fault = RowFault(
                line: batch.line, column: error.index - range.lowerBound + 1,
                message: "expected a JSON object, got text in which \(error.message)")
            batch.finishRow(firstCell: firstCell, bytes: range, fault: fault)
        }
    }

    private mutating func object(
        _ scanner: inout JSONScanner, into batch: inout RowBatch.Builder
    ) throws(JSONScanner.Failure) {
        row += 1
        let firstCell = batch.cellCount
        for _ in columns.indices { batch.append(.null) }
        guard scanner.take("{") else { throw scanner.failure("there is no { at the start") }
        if !scanner.take("}") {
            var place = 0
            repeat {
                try member(&scanner, place: place, firstCell: firstCell, into: &batch)
                place += 1
            } while scanner.take(",")
            guard scanner.take("}") else { throw scanner.failure("a , or } is missing") }
        }
        guard scanner.isAtEnd else { throw scanner.failure("something follows the object") }
    }

    private mutating func member(
        _ scanner: inout JSONScanner, place: Int, firstCell: Int, into batch: inout RowBatch.Builder
    ) throws(JSONScanner.Failure) {
        let key = try scanner.string()
        guard scanner.take(":") else { throw scanner.failure("a : is missing") }
        let column = try column(of: key, place: place, scanner)
        guard lastSeen[column] != row else { throw scanner.failure("a key stands twice") }
        lastSeen[column] = row
        let cell = try scanner.value()
        while batch.cellCount <= firstCell + column { batch.append(.null) }
        batch.set(cell, at: firstCell + column)
    }

    private mutating func column(
        of key: CellSpan, place: Int, _ scanner: JSONScanner
    ) throws(JSONScanner.Failure) -> Int {
        let bytes = UnsafeRawBufferPointer(rebasing: scanner.bytes[key.range])
        if place < usualColumns.count, bytes.elementsEqual(columns[usualColumns[place]].utf8) {
            return usualColumns[place]
        }
        var name = [UInt8](bytes)
        if key.kind == .escapedText {
            TextBytes.appendWithoutJSONEscapes(0..<name.count, to: &name)
            name.removeFirst(bytes.count)
        }
        let column = position(ofColumn: String(decoding: name, as: UTF8.self))
        guard columns.count <= Self.mostColumns else {
            throw scanner.failure("there are more than \(Self.mostColumns) different keys in the file")
        }
        if place == usualColumns.count {
            usualColumns.append(column)
        } else if place < usualColumns.count {
            usualColumns[place] = column
        }
        return column
    }
}
