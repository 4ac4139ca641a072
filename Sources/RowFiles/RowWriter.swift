public import FeatureModel

/// Writes a file of rows: CSV or JSON Lines, packed with gzip where the name ends in `.gz`.
///
/// The file appears under its name when ``finish()`` succeeds; a writer that is dropped before leaves nothing behind. A
/// writer belongs to one task at a time.
public final class RowWriter {
    private static let chunk = 1 << 18

    /// The file.
    public let path: String
    /// The columns, in the order of every row's cells.
    public let columns: [String]
    /// How many rows were appended.
    public private(set) var rowCount = 0

    private let format: RowFormat
    private let keys: [[UInt8]]
    private let deflater: GzipDeflater?
    private var file: OutputFile?
    private var buffer: [UInt8] = []

    /// Creates the file under a temporary name, and writes the header where there is one.
    ///
    /// - Parameters:
    ///   - path: the file's name once it is whole.
    ///   - format: the format, where the name does not say it.
    ///   - columns: the columns' names.
    ///   - replacesExisting: false refuses to replace a file that is there, now and at the end.
    /// - Throws: where the file is there, cannot be written, or has no known format.
    public convenience init(
        path: String, format: RowFormat? = nil, columns: [String], replacesExisting: Bool
    ) throws(RowFileError) {
        guard let format = format ?? RowFormat(path: path) else {
            throw RowFileError(path: path, reason: .unknownFormat)
        }
        let file = try OutputFile(path: path, replacesExisting: replacesExisting)
        self.init(file: file, format: format, columns: columns)
    }

    init(file: consuming OutputFile, format: RowFormat, columns: [String]) {
        path = file.path
        self.format = format
        self.columns = columns
        deflater = file.path.lowercased().hasSuffix(".gz") ? GzipDeflater() : nil
        self.file = consume file
        keys = columns.map { name in
            var key: [UInt8] = []
            JSONText.append(name, to: &key)
            return key + [UInt8(ascii: ":")]
        }
        if format == .csv {
            for (index, name) in columns.enumerated() {
                if index > 0 { buffer.append(UInt8(ascii: ",")) }
                appendQuoted(Array(name.utf8))
            }
            buffer.append(UInt8(ascii: "\n"))
        }
    }

    /// Appends a row: one cell per column.
    ///
    /// - Throws: where the file cannot be written any further, such as on a full disk.
    public func append(_ cells: [RowCell]) throws(RowFileError) {
        precondition(cells.count == columns.count, "a row has one cell per column")
        switch format {
        case .csv: appendCSV(cells)
        case .jsonl: appendJSON(cells)
        }
        rowCount += 1
        if buffer.count >= Self.chunk { try flush(isEnd: false) }
    }

    /// Brings the file to the disk and gives it its name.
    ///
    /// - Throws: where that fails; then there is no file.
    public func finish() throws(RowFileError) {
        try flush(isEnd: true)
        guard let file = takeFile() else { return }
        try file.commit()
    }

    private func takeFile() -> OutputFile? { file.take() }

    private func flush(isEnd: Bool) throws(RowFileError) {
        let bytes = deflater?.deflate(buffer, isEnd: isEnd) ?? buffer
        buffer.removeAll(keepingCapacity: true)
        try file?.write(bytes)
    }

    private func appendCSV(_ cells: [RowCell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            switch cell {
            case .null, .value(nil): break
            case .text(let text), .literal(let text): appendQuoted(Array(text.utf8))
            case .time(let time): buffer.append(contentsOf: time.description.utf8)
            case .value(.some(let value)): appendCSV(value)
            }
        }
        buffer.append(UInt8(ascii: "\n"))
    }

    private func appendCSV(_ value: FeatureValue) {
        switch value {
        case .int32, .int64, .double, .float, .bool: ValueText.appendText(of: value, to: &buffer)
        default:
            var text: [UInt8] = []
            ValueText.appendText(of: value, to: &text)
            appendQuoted(text)
        }
    }

    /// Puts text between quotation marks where it would read as something else: an empty one would be null.
    private func appendQuoted(_ text: [UInt8]) {
        let isSpecial: (UInt8) -> Bool = { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0a || byte == 0x0d
        }
        // A byte-order mark at a cell's start would be skipped at the file's.
        guard text.isEmpty || text[0] == 0xef || text.contains(where: isSpecial) else {
            return buffer.append(contentsOf: text)
        }
        buffer.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { buffer.append(byte) }
            buffer.append(byte)
        }
        buffer.append(UInt8(ascii: "\""))
    }

    private func appendJSON(_ cells: [RowCell]) {
        for (index, cell) in cells.enumerated() {
            buffer.append(UInt8(ascii: index == 0 ? "{" : ","))
            buffer.append(contentsOf: keys[index])
            switch cell {
            case .null: ValueText.appendJSON(of: nil, to: &buffer)
            case .text(let text): JSONText.append(text, to: &buffer)
            case .literal(let text): buffer.append(contentsOf: text.utf8)
            case .time(let time): JSONText.append(time.description, to: &buffer)
            case .value(let value): ValueText.appendJSON(of: value, to: &buffer)
            }
        }
        if cells.isEmpty { buffer.append(UInt8(ascii: "{")) }
        buffer.append(contentsOf: "}\n".utf8)
    }
}
