extension Table {
    private static let gap = 2

    /// The columns that the gutter takes: cursor, mark, state glyph and a space; without a state two.
    var gutterWidth: Int { mark == nil ? 2 : 4 }

    /// The heading with its sort mark.
    func heading(of column: TableColumn) -> String {
        guard let sort, sort.column == column.id else { return column.heading }
        return column.heading + (sort.isDescending ? glyphs.sortedDown : glyphs.sortedUp)
    }

    func layout(in rect: Rect) -> TableLayout {
        let offered = offeredColumns()
        let room = rect.width - gutterWidth
        var chosen: Set<ColumnID> = []
        var used = 0
        var widths: [ColumnID: Int] = [:]
        for column in offered.sorted(by: isKeptBefore) {
            if let columnLimit, chosen.count >= columnLimit { break }
            let width = leastWidth(of: column, in: rect)
            let reserve = chosen.count + 1 < offered.count ? moreWidth : 0
            let isAlways = column.priority == .always
            if !isAlways && used + width + (chosen.isEmpty ? 0 : Self.gap) + reserve > room { continue }
            used += width + (chosen.isEmpty ? 0 : Self.gap)
            chosen.insert(column.id)
            widths[column.id] = width
        }
        let visible = offered.filter { chosen.contains($0.id) }
        let hidden = columns.filter { isWide || $0.priority != .wideOnly }.count - visible.count
        return TableLayout(placed: place(visible, widths, room, hidden: hidden), hiddenCount: hidden)
    }

    private var moreWidth: Int { 3 }

    private func offeredColumns() -> [TableColumn] {
        var toSkip = columnOffset
        return columns.filter { column in
            if column.priority == .wideOnly && !isWide { return false }
            guard column.priority != .always, toSkip > 0 else { return true }
            toSkip -= 1
            return false
        }
    }

    private func isKeptBefore(_ left: TableColumn, _ right: TableColumn) -> Bool {
        rank(left.priority) < rank(right.priority)
    }

    private func rank(_ priority: ColumnPriority) -> Int {
        switch priority {
        case .always: 0
        case .level(let level): level
        case .wideOnly: 6
        }
    }

    private func leastWidth(of column: TableColumn, in rect: Rect) -> Int {
        let headingWidth = showsHeadings ? DisplayWidth.columns(of: heading(of: column)) : 0
        switch column.width {
        case .fixed(let width): return max(width, headingWidth)
        case .flexible(let least): return max(least, headingWidth)
        case .fitting(let least, let most):
            return max(least, headingWidth, min(most, contentWidth(of: column, in: rect)))
        }
    }

    private func contentWidth(of column: TableColumn, in rect: Rect) -> Int {
        let rows = top..<max(top, min(rowCount, top + pageHeight(in: rect)))
        return rows.map { DisplayWidth.columns(of: cell($0, column.id).text) }.max() ?? 0
    }

    private func place(_ visible: [TableColumn], _ widths: [ColumnID: Int], _ room: Int, hidden: Int)
        -> [TableLayout.PlacedColumn]
    {
        let least = visible.map { widths[$0.id] ?? 0 }
        let gaps = Self.gap * max(0, visible.count - 1)
        let spare = max(0, room - least.reduce(0, +) - gaps - (hidden > 0 ? moreWidth : 1))
        let flexible = visible.firstIndex { if case .flexible = $0.width { true } else { false } }
        var start = gutterWidth
        return visible.indices.map { index in
            let cap = flexible == index ? flexibleCap(visible[index], room) : least[index]
            let width = max(least[index], min(least[index] + spare, cap))
            defer { start += width + Self.gap }
            let end = min(start + width, max(start, gutterWidth + room))
            return TableLayout.PlacedColumn(column: visible[index], columns: start..<end)
        }
    }

    /// A flexible column never grows beyond twice the width of a long name: numbers stay within reach of the eye.
    private func flexibleCap(_ column: TableColumn, _ room: Int) -> Int { max(48, room / 2) }
}
