extension Canvas {
    /// The runs of cells that must be sent to turn the look of `old` into this one, from the top left.
    ///
    /// Unchanged gaps of up to three cells are part of a run, because moving the cursor costs about as much. When the
    /// sizes differ, every row is one run.
    public func changes(from old: Canvas) -> [CellRun] {
        guard size == old.size else {
            return (0..<size.rows).map { CellRun(row: $0, columns: 0..<size.columns) }
        }
        return (0..<size.rows).flatMap { changes(inRow: $0, from: old) }
    }

    private func changes(inRow row: Int, from old: Canvas) -> [CellRun] {
        let new = self.row(row)
        let before = old.row(row)
        guard new != before else { return [] }
        var runs: [CellRun] = []
        var run: Range<Int>?
        for column in 0..<size.columns where new[new.startIndex + column] != before[before.startIndex + column] {
            if let open = run, column - open.upperBound <= 3 {
                run = open.lowerBound..<column + 1
            } else {
                if let open = run { runs.append(CellRun(row: row, columns: whole(open, new))) }
                run = column..<column + 1
            }
        }
        if let open = run { runs.append(CellRun(row: row, columns: whole(open, new))) }
        return runs
    }

    private func whole(_ run: Range<Int>, _ row: ArraySlice<Cell>) -> Range<Int> {
        var start = run.lowerBound
        var end = run.upperBound
        while start > 0 && row[row.startIndex + start].isContinuation { start -= 1 }
        while end < row.count && row[row.startIndex + end].isContinuation { end += 1 }
        return start..<end
    }
}
