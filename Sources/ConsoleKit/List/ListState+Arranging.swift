import TextCanvas

extension ListState {
    /// Computes which rows are shown, and where the cursor's row went.
    mutating func arrange(_ description: ListDescription<Row>, _ now: WallTime, keeping id: Row.ID?) {
        shown = ordered(filtered(description, now), description, now)
        if let id, let place = shown.firstIndex(where: { rows[$0].id == id }) {
            cursor = place
        }
        cursor = max(0, min(cursor, shown.count - 1))
        scrollToCursor()
    }

    /// Reads the filter as typed; a wrong one leaves the last good one in force.
    mutating func readFilter(_ description: ListDescription<Row>) {
        do {
            filter = try Filter(filterText, columns: description.columnIDs)
            filterProblem = nil
        } catch {
            filterProblem = error.description
        }
    }

    /// Moves the window over the rows as little as shows the cursor.
    mutating func scrollToCursor() {
        if cursor < top { top = cursor }
        if cursor >= top + pageHeight { top = cursor - pageHeight + 1 }
        top = max(0, min(top, shown.count - pageHeight))
    }

    private func filtered(_ description: ListDescription<Row>, _ now: WallTime) -> [Int] {
        guard !filter.isEmpty else { return Array(rows.indices) }
        let matcher = filter.matcher()
        let cells = Dictionary(uniqueKeysWithValues: description.columns.map { ($0.id, $0.cell) })
        return rows.indices.filter { index in
            matcher.matches { id in cells[id]?(rows[index], now).text ?? "" }
        }
    }

    private func ordered(_ indices: [Int], _ description: ListDescription<Row>, _ now: WallTime) -> [Int] {
        if let sort, let column = description.column(sort.column) {
            let keyed = indices.map { (index: $0, key: column.key(of: rows[$0], now)) }
            return stable(keyed) { $0.precedes($1, descending: sort.isDescending) }
        }
        guard let rank = description.rank else { return indices }
        let keyed = indices.map { (index: $0, key: rank(rows[$0])) }
        return stable(keyed) { left, right in
            for (one, other) in zip(left, right) where one != other { return one.precedes(other, descending: false) }
            return false
        }
    }

    private func stable<Key>(_ keyed: [(index: Int, key: Key)], _ precedes: (Key, Key) -> Bool) -> [Int] {
        keyed.sorted { left, right in
            if precedes(left.key, right.key) { return true }
            return precedes(right.key, left.key) ? false : left.index < right.index
        }.map(\.index)
    }
}
