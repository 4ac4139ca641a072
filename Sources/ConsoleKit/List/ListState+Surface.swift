public import TextCanvas

extension ListState {
    /// What the shell needs to know for prompts and menus.
    public func surface(_ description: ListDescription<Row>) -> ListSurface {
        ListSurface(
            filter: filterText, filterProblem: filterProblem,
            sortChoices: description.columns.filter { !emptyColumns.contains($0.id) }.map {
                ListSurface.Choice(column: $0.id, heading: $0.column.heading)
            }, sort: sort)
    }

    /// The title of a view that is this list: counts, filter, marks, age.
    public func title(_ name: String, detail: [TextRun] = [], note: [TextRun] = []) -> ScreenTitle {
        let isCounted = load.shownFrom != nil
        let all = total ?? rows.count
        let partial = self.note.isEmpty ? [] : [TextRun(self.note, .warn)]
        return ScreenTitle(
            name, detail: detail,
            count: isCounted
                ? ScreenTitle.Count(shown: shown.count, total: all == shown.count ? nil : all) : nil,
            filter: filterText, markedCount: marks.count, load: load, note: partial + note)
    }
}
