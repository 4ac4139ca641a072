public import FeatureModel

/// Reads a file of rows from front to back: CSV or JSON Lines, plain or packed with gzip.
///
/// Memory stays in proportion to the largest row, whatever the file's size. A reader belongs to one task at a time.
public final class RowReader {
    /// The size that one row may have, unless said otherwise: 16 MiB.
    public static let usualRowLimit = 16 << 20

    /// The file.
    public let path: String
    /// Its format.
    public let format: RowFormat

    private let input: RowInput
    private let rowLimit: Int
    private var line = 1
    private var failure: RowFileError?
    private var csvColumns: [String] = []
    private var csv = CSVParser(columnCount: nil)
    private var json = JSONLinesParser()

    /// Opens a file, and reads the header where there is one.
    ///
    /// - Parameters:
    ///   - path: the file; whether it is packed is seen from its first bytes.
    ///   - format: the format, where the name does not say it.
    ///   - rowLimit: the largest size of one row, in bytes.
    /// - Throws: where it cannot be opened, or has no proper header.
    public init(path: String, format: RowFormat? = nil, rowLimit: Int = RowReader.usualRowLimit)
        throws(RowFileError)
    {
        guard let format = format ?? RowFormat(path: path) else {
            throw RowFileError(path: path, reason: .unknownFormat)
        }
        self.path = path
        self.format = format
        self.rowLimit = rowLimit
        input = try RowInput(path: path)
        try skipByteOrderMark()
        if format == .csv { try readHeader() }
    }

    /// The columns: those of the header, or in JSON Lines the keys seen so far.
    public var columns: [String] { format == .csv ? csvColumns : json.columns }

    /// How many bytes of the file were read, for progress.
    public var bytesRead: Int64 { input.bytesRead }

    /// The file's size in bytes; nil where it has none, such as a pipe.
    public var totalBytes: Int64? { input.totalBytes }

    /// Where a column stands in every row; nil where the header has no such column.
    ///
    /// In JSON Lines every name has a position: a key may yet come.
    public func position(ofColumn name: String) -> Int? {
        format == .csv ? csvColumns.firstIndex(of: name) : json.position(ofColumn: name)
    }

    /// The next rows, at most `maxRows` and often fewer; an empty batch is the end of the file.
    ///
    /// - Throws: what ends the reading before the file's end. The rows before it were handed out by then.
    public func nextBatch(maxRows: Int) throws(RowFileError) -> RowBatch {
        if let failure { throw failure }
        var builder = RowBatch.Builder(line: line)
        do throws(RowFileError) {
            try readRows(maxRows: maxRows, into: &builder)
        } catch {
            failure = error
        }
        let (batch, invalidLine) = input.withWindow { window in
            builder.finish(window, columns: columns, format: format)
        }
        input.consume(builder.consumed)
        line = builder.line
        if let invalidLine { failure = RowFileError(path: path, line: invalidLine, reason: .invalidText) }
        if batch.isEmpty, let failure { throw failure }
        return batch
    }

    /// All columns of a file. In JSON Lines the whole file is read for it.
    public static func columns(ofFileAt path: String, format: RowFormat? = nil) throws(RowFileError) -> [String] {
        let reader = try RowReader(path: path, format: format)
        guard reader.format == .jsonl else { return reader.columns }
        while try !reader.nextBatch(maxRows: 10_000).isEmpty {}
        return reader.columns
    }

    private func readRows(maxRows: Int, into builder: inout RowBatch.Builder) throws(RowFileError) {
        while builder.rowCount == 0 {
            try parse(maxRows: maxRows, into: &builder)
            guard builder.rowCount == 0 else { return }
            let rest = input.count - builder.consumed
            guard rest <= rowLimit else {
                throw RowFileError(path: path, line: builder.line, reason: .rowTooLarge(limit: rowLimit))
            }
            guard !input.isAtEnd else {
                // Only a quoted cell without an end leaves something behind.
                if rest > 0 { throw RowFileError(path: path, line: builder.line, reason: .unterminatedQuote) }
                return
            }
            try fill(at: builder.line)
        }
    }

    private func parse(maxRows: Int, into builder: inout RowBatch.Builder) throws(RowFileError) {
        let isAtEnd = input.isAtEnd
        switch format {
        case .csv: input.withWindow { csv.parse($0, isAtEnd: isAtEnd, maxRows: maxRows, into: &builder) }
        case .jsonl: input.withWindow { json.parse($0, isAtEnd: isAtEnd, maxRows: maxRows, into: &builder) }
        }
    }

    private func fill(at line: Int) throws(RowFileError) {
        do throws(RowFileError) {
            try input.fill()
        } catch {
            throw RowFileError(path: path, line: line, reason: error.reason)
        }
    }

    private func skipByteOrderMark() throws(RowFileError) {
        while input.count < 3, !input.isAtEnd { try fill(at: 1) }
        if input.withWindow({ $0.starts(with: [0xef, 0xbb, 0xbf]) }) { input.consume(3) }
    }

    private func readHeader() throws(RowFileError) {
        let batch = try nextBatch(maxRows: 1)
        guard !batch.isEmpty else { throw RowFileError(path: path, reason: .empty) }
        for column in 0..<batch.entries[0].cellCount {
            let name = if case .text(let name) = batch.cell(row: 0, column: column) { name } else { "" }
            guard !csvColumns.contains(name) else {
                throw RowFileError(path: path, line: 1, reason: .duplicateColumn(name))
            }
            csvColumns.append(name)
        }
        csv = CSVParser(columnCount: csvColumns.count)
    }
}
