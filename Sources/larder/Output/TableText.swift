import TextCanvas

/// Aligned columns for people. Text of stores is shown escaped; a pipe is never cut to a width.
enum TableText {
    static func write(_ columns: [ListingColumn], _ items: [OutputValue], withHeaders: Bool) -> String {
        var rows = items.map { item in columns.map { SafeText.escaped($0.cell(of: item)) } }
        if withHeaders { rows.insert(columns.map(\.heading), at: 0) }
        let widths = columns.indices.map { column in rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0 }
        return rows.map { line($0, columns, widths) + "\n" }.joined()
    }

    private static func line(_ cells: [String], _ columns: [ListingColumn], _ widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let padding = String(repeating: " ", count: widths[index] - DisplayWidth.columns(of: cell))
            line += (index > 0 ? "  " : "") + (columns[index].isNumeric ? padding + cell : cell + padding)
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}
