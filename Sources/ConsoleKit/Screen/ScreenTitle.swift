public import TextCanvas

/// What a screen says of itself in its title rule; the shell draws it, with the age of the data.
public struct ScreenTitle: Sendable, Hashable {
    /// How many rows there are.
    public struct Count: Sendable, Hashable {
        /// The rows in view or that passed the filter.
        public var shown: Int
        /// All of them; nil when nobody knows or when it is the same.
        public var total: Int?
        /// True when there are more than were fetched.
        public var hasMore: Bool

        /// Makes a count.
        public init(shown: Int, total: Int? = nil, hasMore: Bool = false) {
            self.shown = shown
            self.total = total
            self.hasMore = hasMore
        }
    }

    /// The view's name: `Ingestion jobs`.
    public var name: String
    /// More about it: `store redis-online`.
    public var detail: [TextRun]
    /// How many rows.
    public var count: Count?
    /// The filter; empty for none.
    public var filter: String
    /// How many rows are marked.
    public var markedCount: Int
    /// How the data got here and when; nil for a view without data.
    public var load: LoadState?
    /// What else stands at the right: `step 3/5`, `1 of 4 stores did not answer`.
    public var note: [TextRun]

    /// Makes a title; ``ListState/title(_:detail:note:)`` does it for a list.
    public init(
        _ name: String, detail: [TextRun] = [], count: Count? = nil, filter: String = "", markedCount: Int = 0,
        load: LoadState? = nil, note: [TextRun] = []
    ) {
        self.name = name
        self.detail = detail
        self.count = count
        self.filter = filter
        self.markedCount = markedCount
        self.load = load
        self.note = note
    }
}
