/// Why a file of rows could not be read to its end, or could not be written.
public struct RowFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened.
    public enum Reason: Hashable, Sendable {
        /// The file cannot be opened; the system's words.
        case cannotOpen(String)
        /// Reading stopped; the system's words.
        case cannotRead(String)
        /// The name does not say which format the file has.
        case unknownFormat
        /// There is not even a header.
        case empty
        /// The header names a column twice.
        case duplicateColumn(String)
        /// Bytes are not UTF-8.
        case invalidText
        /// A quote is opened and never closed.
        case unterminatedQuote
        /// One row is larger than the limit, in bytes.
        case rowTooLarge(limit: Int)
        /// The gzip archive ends before its end.
        case truncatedArchive
        /// The gzip archive is damaged; what is wrong with it.
        case damagedArchive(String)
        /// There is a file already.
        case outputExists
        /// Writing stopped, such as on a full disk; the system's words.
        case cannotWrite(String)
    }

    /// The file.
    public let path: String
    /// The physical line, from 1, where reading stopped.
    public let line: Int?
    /// What happened.
    public let reason: Reason

    /// Makes an error.
    public init(path: String, line: Int? = nil, reason: Reason) {
        self.path = path
        self.line = line
        self.reason = reason
    }

    /// `path:line: what, and what to do`; control characters of the path are escaped.
    public var description: String {
        SafeText.escaped(path) + (line.map { ":\($0)" } ?? "") + ": " + text
    }

    private var text: String {
        switch reason {
        case .cannotOpen(let why): "cannot be opened: \(why)"
        case .cannotRead(let why): "cannot be read any further: \(why)"
        case .unknownFormat: "the name does not end in .csv or .jsonl (or with .gz after it); say --format"
        case .empty: "the file is empty; a header with the columns' names was expected"
        case .duplicateColumn(let name): "the header names the column \(SafeText.quoted(name)) twice"
        case .invalidText: "there are bytes that are not UTF-8; the rows before this line were read"
        case .unterminatedQuote: "a quoted cell begins in this row and never ends"
        case .rowTooLarge(let limit): "the row that begins here is larger than \(limit) bytes"
        case .truncatedArchive: "the gzip archive is cut off; the rows before this line were read"
        case .damagedArchive(let why): "the gzip archive is damaged (\(why)); the rows before this line were read"
        case .outputExists: "the file exists already"
        case .cannotWrite(let why): "cannot be written: \(why)"
        }
    }
}
