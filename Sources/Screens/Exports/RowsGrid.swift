import ConsoleKit
import TextCanvas

/// A few rows of a file, as text in columns; null is said.
struct RowsGrid {
    let columns: [String]
    let rows: [[String?]]

    /// Draws as many rows and columns as there is room for.
    func draw(into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        let heads = columns.enumerated().map { place, name in
            TableColumn(
                ColumnID(rawValue: "\(place)"), heading: SafeText.escaped(name),
                priority: place == 0 ? .always : .level(min(5, 1 + place / 2)), width: .fitting(min: 4, max: 24))
        }
        var table = Table(columns: heads, rowCount: rows.count, glyphs: context.glyphs) { row, id in
            guard let place = Int(id.rawValue), rows[row].indices.contains(place), let text = rows[row][place] else {
                return TableCell("(null)", .muted)
            }
            return TableCell(text)
        }
        table.showsHeadings = rect.height > 1
        table.draw(into: &canvas, in: rect)
    }
}
