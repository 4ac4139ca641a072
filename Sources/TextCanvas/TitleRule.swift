/// The rule that begins a view or a pane: `-- Ingestion jobs [10 of 31] ------- filter: risk  marked 2 --`.
public struct TitleRule: Sendable, Hashable {
    /// What stands at the left, after the first two cells of the rule.
    public var left: [TextRun]
    /// What stands at the right end; cut first when there is no room.
    public var right: [TextRun]
    /// True for the rule of the focused pane: it is bright, and starts with the cursor's glyph.
    public var isFocused: Bool
    /// True when the rule is one of several panes, so that focus must be shown.
    public var isPane: Bool

    /// Makes a rule.
    public init(left: [TextRun], right: [TextRun] = [], isFocused: Bool = false, isPane: Bool = false) {
        self.left = left
        self.right = right
        self.isFocused = isFocused
        self.isPane = isPane
    }

    /// A rule with one title.
    public init(_ title: String, isFocused: Bool = false, isPane: Bool = true) {
        self.init(left: [TextRun(title, .title)], isFocused: isFocused, isPane: isPane)
    }

    /// Draws the rule on the first row of a rectangle.
    public func draw(into canvas: inout Canvas, in rect: Rect, glyphs: GlyphSet) {
        guard !rect.isEmpty else { return }
        let ruleRole: Role = isPane && isFocused ? .accent : .faint
        let start = Position(column: rect.column, row: rect.row)
        canvas.drawRule(at: start, width: rect.width, glyph: glyphs.rule, role: ruleRole)
        if isPane && isFocused { canvas.draw(glyphs.cursor, at: start, role: .accent) }
        let leftWidth = min(TitleRule.width(of: left), max(0, rect.width - 6))
        drawPart(left, at: rect.column + 2, width: leftWidth, row: rect.row, into: &canvas)
        let room = rect.width - leftWidth - 9
        let rightWidth = min(TitleRule.width(of: right), room)
        guard rightWidth > 3 else { return }
        drawPart(right, at: rect.endColumn - 4 - rightWidth, width: rightWidth, row: rect.row, into: &canvas)
    }

    private static func width(of runs: [TextRun]) -> Int {
        runs.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) }
    }

    private func drawPart(_ runs: [TextRun], at column: Int, width: Int, row: Int, into canvas: inout Canvas) {
        guard width > 0 else { return }
        canvas.fill(Rect(column: column, row: row, width: width + 2, height: 1))
        canvas.draw(runs, at: Position(column: column + 1, row: row), width: width)
    }
}
