internal import Glibc

/// Goes over the cells of one CSV row.
struct CSVScanner {
    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    let window: UnsafeRawBufferPointer
    /// Where the next row begins once this one is scanned.
    private(set) var index: Int
    let isAtEnd: Bool
    /// Where the row ends, without its line break.
    private(set) var rowEnd = 0
    private(set) var quotedLineBreaks = 0
    /// The column, from 1, behind whose closing quotation mark something stands.
    private(set) var strayColumn: Int?
    private var column = 0

    init(window: UnsafeRawBufferPointer, index: Int, isAtEnd: Bool) {
        self.window = window
        self.index = index
        self.isAtEnd = isAtEnd
    }

    var hasStrayText: Bool { strayColumn != nil }

    /// Appends the row's cells.
    ///
    /// - Returns: false where the window ends before the row does.
    mutating func scanRow(into batch: inout RowBatch.Builder) -> Bool {
        while true {
            column += 1
            let isQuoted = index < window.count && window[index] == Self.quote
            guard isQuoted ? quotedCell(into: &batch) : plainCell(into: &batch) else { return false }
            guard index < window.count else { return true }
            let separator = window[index]
            index += 1
            if separator == Self.lineFeed { return true }
        }
    }

    /// Ends at a comma, a line feed, or the end of the file.
    private mutating func plainCell(into batch: inout RowBatch.Builder) -> Bool {
        let start = index
        guard findSeparator() else { return false }
        let end = endOfCell(from: start)
        batch.append(CellSpan(start: start, count: end - start, kind: start == end ? .null : .text))
        return true
    }

    private mutating func findSeparator() -> Bool {
        while index < window.count {
            let byte = window[index]
            if byte == Self.comma || byte == Self.lineFeed { return true }
            index += 1
        }
        return isAtEnd
    }

    /// Leaves out the carriage return of a line's end, and notes where the row ends.
    private mutating func endOfCell(from start: Int) -> Int {
        let isRowEnd = index == window.count || window[index] == Self.lineFeed
        let end = isRowEnd && index > start && window[index - 1] == Self.carriageReturn ? index - 1 : index
        rowEnd = end
        return end
    }

    private mutating func quotedCell(into batch: inout RowBatch.Builder) -> Bool {
        let start = index + 1
        index = start
        var kind = CellSpan.Kind.text
        while true {
            guard skipToQuote() else { return false }
            guard index + 1 < window.count || isAtEnd else { return false }
            guard index + 1 < window.count, window[index + 1] == Self.quote else { break }
            kind = .quotedText
            index += 2
        }
        batch.append(CellSpan(start: start, count: index - start, kind: kind))
        index += 1
        let afterQuote = index
        guard findSeparator() else { return false }
        if endOfCell(from: afterQuote) != afterQuote, strayColumn == nil { strayColumn = column }
        return true
    }

    /// - Returns: false where there is no further quotation mark; whether that is an error, the end of the file tells.
    private mutating func skipToQuote() -> Bool {
        let rest = UnsafeRawBufferPointer(rebasing: window[index...])
        guard let base = rest.baseAddress, let found = memchr(base, CInt(Self.quote), rest.count) else { return false }
        let length = base.distance(to: found)
        quotedLineBreaks += rest[..<length].count { $0 == Self.lineFeed }
        index += length
        return true
    }
}
