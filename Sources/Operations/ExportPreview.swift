/// The first rows of an export, joined for real.
public struct ExportPreview: Sendable, Hashable {
    /// Why a cell of the preview is null.
    public enum Note: String, Sendable, Hashable {
        case tooOld = "too old"
        case neverSeen = "no key"
    }

    /// The columns of the output, in order.
    public let columns: [String]
    /// The rows as they would be written; nil is null.
    public let rows: [[String?]]
    /// How many entity rows the file has; nil where it was not read to its end.
    public let totalRows: Int64?
    /// The entities needed, and whether the file has a column for each.
    public let warnings: [String]
    /// How long it took.
    public let seconds: Double

    /// Makes a preview.
    public init(columns: [String], rows: [[String?]], totalRows: Int64?, warnings: [String], seconds: Double) {
        self.columns = columns
        self.rows = rows
        self.totalRows = totalRows
        self.warnings = warnings
        self.seconds = seconds
    }
}
