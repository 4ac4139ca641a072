/// A row of little bars, the newest at the right. Gaps (nil) stay empty: they are not zero.
public struct Sparkline: Sendable, Hashable {
    /// The values, the oldest first.
    public var values: [Double?]
    /// The value of a full bar; nil for the largest there is.
    public var maximum: Double?
    /// What the bars mean.
    public var role: Role

    /// Makes a line.
    public init(_ values: [Double?], maximum: Double? = nil, role: Role = .series1) {
        self.values = values
        self.maximum = maximum
        self.role = role
    }

    /// Draws the newest values that fit, flush right.
    public func draw(into canvas: inout Canvas, in rect: Rect, glyphs: GlyphSet) {
        let shown = values.suffix(rect.width)
        let top = maximum ?? shown.compactMap { $0 }.filter(\.isFinite).max() ?? 0
        for (offset, value) in shown.enumerated() {
            guard let value, value.isFinite else { continue }
            let column = rect.endColumn - shown.count + offset
            canvas.draw(glyph(value, top, glyphs), at: Position(column: column, row: rect.row), role: role)
        }
    }

    private func glyph(_ value: Double, _ top: Double, _ glyphs: GlyphSet) -> String {
        let steps = glyphs.chart.count - 1
        guard top > 0, value > 0 else { return glyphs.chart[min(1, steps)] }
        return glyphs.chart[max(1, min(steps, Int((value / top * Double(steps)).rounded())))]
    }
}
