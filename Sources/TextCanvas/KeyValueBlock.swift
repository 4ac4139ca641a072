/// Labels and values in one or more columns: the head of a detail view.
public struct KeyValueBlock: Sendable, Hashable {
    /// One label and its value.
    public struct Pair: Sendable, Hashable {
        /// What it is; drawn in ``Role/muted``.
        public var label: String
        /// What it is worth.
        public var value: TextRun

        /// Makes a pair.
        public init(_ label: String, _ value: String, _ role: Role = .text) {
            self.label = label
            self.value = TextRun(value, role)
        }
    }

    /// The pairs, filled in column by column.
    public var pairs: [Pair]
    /// How many columns of pairs to use where the width allows it; each needs about 36 cells.
    public var columnCount: Int

    /// Makes a block.
    public init(_ pairs: [Pair], columnCount: Int = 1) {
        self.pairs = pairs
        self.columnCount = max(1, columnCount)
    }

    /// The rows that the block takes in a width.
    public func height(width: Int) -> Int {
        let used = usedColumns(width: width)
        return (pairs.count + used - 1) / used
    }

    /// Draws as many pairs as the rectangle holds; long values are cut at the end.
    public func draw(into canvas: inout Canvas, in rect: Rect, glyphs: GlyphSet) {
        let used = usedColumns(width: rect.width)
        let rows = height(width: rect.width)
        let width = rect.width / used
        for (index, pair) in pairs.enumerated() {
            let column = rows == 0 ? 0 : index / rows
            let row = rows == 0 ? 0 : index % rows
            guard row < rect.height else { continue }
            let slice = pairs[column * rows..<min(pairs.count, (column + 1) * rows)]
            let labelWidth = min(20, slice.map { DisplayWidth.columns(of: $0.label) }.max() ?? 0)
            let start = Position(column: rect.column + 1 + column * width, row: rect.row + row)
            canvas.draw(pair.label, at: start, role: .muted, width: labelWidth)
            let room = width - labelWidth - 4
            let value = TextFitting.truncated(pair.value.text, to: room, mark: glyphs.ellipsis)
            canvas.draw(
                value, at: Position(column: start.column + labelWidth + 2, row: start.row), role: pair.value.role,
                width: room)
        }
    }

    private func usedColumns(width: Int) -> Int { max(1, min(columnCount, width / 36)) }
}
