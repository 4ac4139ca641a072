/// Lines of text in a window: logs, raw documents, long messages. Only the lines in view are asked for.
public struct TextPane {
    /// How many lines there are.
    public var lineCount: Int
    /// The first line in view.
    public var top = 0
    /// The columns scrolled out at the left.
    public var columnOffset = 0
    /// The line that a search stands on, drawn on the cursor's surface; nil for none.
    public var currentLine: Int?
    /// The columns of a line's text that match the search, counted in terminal columns.
    public var matches: ((_ line: String) -> [Range<Int>])?
    /// The runs of a line.
    public var line: (_ index: Int) -> [TextRun]

    /// Makes a pane.
    public init(lineCount: Int, line: @escaping (_ index: Int) -> [TextRun]) {
        self.lineCount = lineCount
        self.line = line
    }

    /// Makes a pane of plain lines.
    public init(lines: [String], role: Role = .text) {
        self.init(lineCount: lines.count) { [TextRun(lines[$0], role)] }
    }

    /// Draws the lines in view.
    public func draw(into canvas: inout Canvas, in rect: Rect) {
        for offset in 0..<rect.height where top + offset < lineCount {
            let index = top + offset
            draw(
                line(index), into: &canvas,
                Rect(column: rect.column, row: rect.row + offset, width: rect.width, height: 1))
            if index == currentLine {
                let row = Rect(column: rect.column, row: rect.row + offset, width: rect.width, height: 1)
                canvas.setSurface(.cursor, in: row)
                canvas.cursor = Position(column: rect.column, row: rect.row + offset)
            }
        }
    }

    private func draw(_ runs: [TextRun], into canvas: inout Canvas, _ row: Rect) {
        var skipped = columnOffset
        var column = row.column
        for run in runs where column < row.endColumn {
            let width = DisplayWidth.columns(of: run.text)
            if skipped >= width {
                skipped -= width
                continue
            }
            let text = skipped > 0 ? TextFitting.dropping(columns: skipped, from: run.text) : run.text
            skipped = 0
            column += canvas.draw(
                text, at: Position(column: column, row: row.row), role: run.role, width: row.endColumn - column)
        }
        for range in matches?(runs.map(\.text).joined()) ?? [] {
            let match = Rect(
                column: row.column + range.lowerBound - columnOffset, row: row.row, width: range.count, height: 1)
            canvas.setRole(.match, in: match.intersection(row))
        }
    }
}
