public import TextCanvas

extension ListState {
    /// Applies what happened.
    public mutating func apply(
        _ message: ListMessage, _ description: ListDescription<Row>, _ context: UpdateContext
    ) {
        switch message {
        case .cursorMoved(let step): move(step)
        case .rowClicked(let row): move(to: row)
        case .columnsScrolled(let count): scrollColumns(count, description)
        case .filterTyped(let text): setFilter(text, description, context)
        case .sortPicked(let column): pickSort(column, description, context)
        case .markToggled: toggleMark()
        case .rangeMarked: markRange()
        case .allMarkToggled: toggleAllMarks()
        case .peeled:
            if filterText.isEmpty { marks = [] } else { setFilter("", description, context) }
        }
    }

    /// What an input means to this list, drawn in a rectangle by ``ListView``.
    public func respond(
        to input: ScreenInput, _ description: ListDescription<Row>, in rect: Rect
    ) -> Response<ListMessage> {
        switch input {
        case .action(let action):
            guard let message = ListMessage(action) else { return .ignored }
            return shown.isEmpty ? .unavailable("the list is empty") : .send(message)
        case .filterTyped(let text): return .send(.filterTyped(text))
        case .sortPicked(let column): return .send(.sortPicked(column))
        case .escaped: return filterText.isEmpty && marks.isEmpty ? .ignored : .send(.peeled)
        case .scrolled(let rows): return .send(.cursorMoved(.rows(rows)))
        case .clicked(let position), .doubleClicked(let position):
            let table = ListView(self, description).table(headings: rect.height > pageHeight)
            if let column = table.heading(at: position, in: rect) { return .send(.sortPicked(column)) }
            return table.row(at: position, in: rect).map { .send(.rowClicked($0)) } ?? .ignored
        case .typed: return .ignored
        }
    }

    private mutating func move(_ step: ListMessage.Step) {
        switch step {
        case .rows(let count): move(to: cursor + count)
        case .halfPages(let count): move(to: cursor + count * max(1, pageHeight / 2))
        case .first: move(to: 0)
        case .last: move(to: shown.count - 1)
        }
    }

    private mutating func move(to row: Int) {
        cursor = max(0, min(row, shown.count - 1))
        scrollToCursor()
    }

    private mutating func scrollColumns(_ count: Int, _ description: ListDescription<Row>) {
        let droppable = description.columns.filter { $0.column.priority != .always }.count
        columnOffset = max(0, min(columnOffset + count, droppable - 1))
    }

    private mutating func setFilter(_ text: String, _ description: ListDescription<Row>, _ context: UpdateContext) {
        let kept = cursorRow?.id
        filterText = text
        readFilter(description)
        arrange(description, context.now, keeping: kept)
    }

    private mutating func pickSort(
        _ column: ColumnID, _ description: ListDescription<Row>, _ context: UpdateContext
    ) {
        let kept = cursorRow?.id
        let isSame = sort?.column == column
        sort = SortOrder(column, descending: isSame ? !(sort?.isDescending ?? false) : false)
        arrange(description, context.now, keeping: kept)
    }

    private mutating func toggleMark() {
        guard let id = cursorRow?.id else { return }
        if marks.remove(id) == nil { marks.insert(id) }
        lastMark = id
        move(to: cursor + 1)
    }

    private mutating func markRange() {
        guard let id = cursorRow?.id else { return }
        let start = lastMark.flatMap { last in shown.firstIndex { rows[$0].id == last } } ?? cursor
        for place in min(start, cursor)...max(start, cursor) { marks.insert(rows[shown[place]].id) }
        lastMark = id
    }

    private mutating func toggleAllMarks() {
        let all = Set(shown.map { rows[$0].id })
        marks = all.isSubset(of: marks) ? [] : all
    }
}
