/// A canvas as a picture for documents: SVG with text as text, or text with terminal colours. The same canvas, styles
/// and palette give the same bytes.
public struct CanvasPicture {
    /// Neighbouring cells of one row that look the same.
    struct Run {
        let column: Int
        var width: Int
        var text: String
        let style: TextStyle
    }

    private let canvas: Canvas
    private let style: (Role, Role?) -> TextStyle
    let palette: PicturePalette

    /// Makes a picture.
    ///
    /// - Parameters:
    ///   - canvas: what to show; its cursor is drawn.
    ///   - palette: the colours of the terminal that the picture imitates.
    ///   - style: the answer of a theme to a role.
    public init(_ canvas: Canvas, palette: PicturePalette, style: @escaping (Role, Role?) -> TextStyle) {
        self.canvas = canvas
        self.palette = palette
        self.style = style
    }

    /// The picture as SVG, with a title that readers without eyes hear.
    public func svg(title: String) -> String {
        let width = canvas.size.columns * Self.cellWidth + 2 * Self.margin
        let height = canvas.size.rows * Self.cellHeight + 2 * Self.margin
        let size = "width=\"\(Self.decimal(width))\" height=\"\(Self.decimal(height))\""
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) "
                + "viewBox=\"0 0 \(Self.decimal(width)) \(Self.decimal(height))\" role=\"img\" "
                + "font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\">",
            "<title>\(Self.escaped(title))</title>",
            "<rect width=\"100%\" height=\"100%\" fill=\"\(palette.background.hexadecimal)\"/>",
        ]
        for row in 0..<canvas.size.rows {
            let runs = runs(inRow: row)
            lines += runs.compactMap { background(of: $0, row) }
            lines += runs.compactMap { glyphs(of: $0, row) }
        }
        if let cursor = canvas.cursor { lines.append(outline(at: cursor)) }
        return lines.joined(separator: "\n") + "\n</svg>\n"
    }

    /// The picture as text with colours, to show with `cat`.
    public func ansi() -> String {
        (0..<canvas.size.rows).map { row in
            runs(inRow: row).map { "\u{1b}[\(Self.codes(of: $0.style))m\($0.text)" }.joined() + "\u{1b}[0m\n"
        }.joined()
    }

    private func runs(inRow row: Int) -> [Run] {
        var runs: [Run] = []
        for (column, cell) in canvas.row(row).enumerated() {
            let style = style(cell.role, cell.surface)
            if let last = runs.last, last.style == style || cell.isContinuation {
                runs[runs.count - 1].width += 1
                runs[runs.count - 1].text += cell.text
            } else {
                runs.append(Run(column: column, width: 1, text: cell.text, style: style))
            }
        }
        return runs
    }
}
