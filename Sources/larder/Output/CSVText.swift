/// Comma-separated values (RFC 4180) of a listing: a header, then one record per item.
enum CSVText {
    static func write(_ columns: [ListingColumn], _ items: [OutputValue], withHeaders: Bool) -> String {
        let header = withHeaders ? [columns.map(\.field)] : []
        let records = items.map { item in columns.map { field($0, of: item) } }
        return (header + records).map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ column: ListingColumn, of item: OutputValue) -> String {
        switch item[column.field] ?? .null {
        case .list(let items): JSONText.write(.list(items))
        case let value: ListingColumn.plain(value)
        }
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0a || byte == 0x0d
        }
        return needsQuotes
            ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            : text
    }
}
