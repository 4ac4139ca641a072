public import TextCanvas

/// The state of a list: rows, how they came, filter, order, cursor, marks, scrolling.
///
/// The cursor and the marks belong to rows, not to places: they stay with their rows when rows come, go, are filtered
/// or ordered anew. Moving the cursor costs the same for ten rows and a hundred thousand.
public struct ListState<Row: Identifiable & Equatable & Sendable>: Equatable, Sendable where Row.ID: Sendable {
    /// All rows, in the order they came.
    public private(set) var rows: [Row] = []
    /// How they came, and when.
    public internal(set) var load: LoadState = .never
    /// How many rows there are on the server; nil when that is ``rows``.
    public internal(set) var total: Int?
    /// What is missing: `1 of 4 stores did not answer`; empty when nothing is.
    public internal(set) var note = ""
    /// The filter as typed.
    public internal(set) var filterText = ""
    /// What is wrong with it, while the last good one stays in force.
    public internal(set) var filterProblem: String?
    /// The order; nil for the list's own.
    public internal(set) var sort: SortOrder?
    /// The indices into ``rows`` of the rows shown, filtered and ordered.
    public internal(set) var shown: [Int] = []
    /// The cursor, counted in the rows shown.
    public internal(set) var cursor = 0
    /// The marked rows.
    public internal(set) var marks: Set<Row.ID> = []
    /// The first row in view, counted in the rows shown.
    public internal(set) var top = 0
    /// How many droppable columns are scrolled out.
    public internal(set) var columnOffset = 0
    var filter = Filter.all()
    var pageHeight = 10
    var lastMark: Row.ID?
    var emptyColumns: Set<ColumnID> = []

    /// Makes an empty list.
    ///
    /// - Parameters:
    ///   - filter: a filter to begin with.
    ///   - sort: an order to begin with; nil for the list's own.
    public init(filter: String = "", sort: SortOrder? = nil) {
        self.filterText = filter
        self.sort = sort
    }

    /// The row under the cursor; nil when nothing is shown.
    public var cursorRow: Row? { shown.indices.contains(cursor) ? rows[shown[cursor]] : nil }

    /// The rows that an action is for: the marked ones that are shown, else the one under the cursor.
    public var targets: [Row] {
        guard !marks.isEmpty else { return cursorRow.map { [$0] } ?? [] }
        return shown.map { rows[$0] }.filter { marks.contains($0.id) }
    }

    /// The row at a place among the rows shown.
    public func shownRow(_ index: Int) -> Row? { shown.indices.contains(index) ? rows[shown[index]] : nil }

    /// Puts the cursor on a row, if it is shown.
    public mutating func select(_ id: Row.ID) {
        guard let place = shown.firstIndex(where: { rows[$0].id == id }) else { return }
        cursor = place
        scrollToCursor()
    }

    /// The question was asked.
    public mutating func loadStarted(_ context: UpdateContext) {
        load = load.started(at: context.now)
    }

    /// The rows came.
    ///
    /// - Parameters:
    ///   - rows: all of them; their identifiers are distinct.
    ///   - total: how many there are on the server, when that is more.
    ///   - note: what is missing, empty when nothing is.
    ///   - description: the columns.
    ///   - context: the time.
    public mutating func loaded(
        _ rows: [Row], total: Int? = nil, note: String = "", _ description: ListDescription<Row>,
        _ context: UpdateContext
    ) {
        let kept = cursorRow?.id
        self.rows = rows
        self.total = total
        self.note = note
        load = .fresh(at: context.now)
        if !marks.isEmpty { marks.formIntersection(rows.map(\.id)) }
        emptyColumns = findEmptyColumns(description, context.now)
        if filter.columns.isEmpty { readFilter(description) }
        arrange(description, context.now, keeping: kept)
    }

    /// The question failed; rows that are there stay, dated.
    public mutating func loadFailed(_ problem: Problem, _ context: UpdateContext) {
        load = load.failed(problem, at: context.now)
    }

    /// The answer came, either way; returns the notice of a failure.
    public mutating func finish<Message>(
        _ result: Result<[Row], Problem>, _ description: ListDescription<Row>, _ context: UpdateContext
    ) -> [Effect<Message>] {
        switch result {
        case .success(let rows):
            loaded(rows, description, context)
            return []
        case .failure(let problem):
            loadFailed(problem, context)
            return [.notify(problem)]
        }
    }

    /// The body has a size; headings are not drawn on the smallest windows.
    public mutating func resized(to body: Size, _ tier: SizeTier) {
        pageHeight = max(1, body.rows - (tier <= .extraSmall ? 0 : 1))
        scrollToCursor()
    }

    private func findEmptyColumns(_ description: ListDescription<Row>, _ now: WallTime) -> Set<ColumnID> {
        let candidates = description.columns.filter(\.hidesWhenEmpty)
        return Set(candidates.filter { column in !rows.contains { column.key(of: $0, now) != .missing } }.map(\.id))
    }
}
