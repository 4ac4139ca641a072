/// How far some work is: `[######......]  41 %`. Without a fraction nothing is invented; draw a spinner instead.
public struct ProgressBar: Sendable, Hashable {
    /// From 0 to 1; values outside are clamped, NaN counts as 0.
    public var fraction: Double
    /// What the filled part means.
    public var role: Role

    /// Makes a bar.
    public init(fraction: Double, role: Role = .busy) {
        self.fraction = fraction.isNaN ? 0 : min(1, max(0, fraction))
        self.role = role
    }

    /// Draws the bar and, behind it, the percentage where there is room for both.
    public func draw(into canvas: inout Canvas, in rect: Rect, glyphs: GlyphSet) {
        let hasText = rect.width >= 12
        let width = hasText ? rect.width - 6 : rect.width
        let filled = Int((Double(width) * fraction).rounded(.down))
        let start = Position(column: rect.column, row: rect.row)
        canvas.drawRule(at: start, width: filled, glyph: glyphs.full, role: role)
        canvas.drawRule(
            at: Position(column: rect.column + filled, row: rect.row), width: width - filled, glyph: glyphs.empty)
        guard hasText else { return }
        let percent = TextFitting.fitted("\(Int(fraction * 100)) %", to: 6, .right, mark: "")
        canvas.draw(percent, at: Position(column: rect.column + width, row: rect.row), role: .number)
    }
}
