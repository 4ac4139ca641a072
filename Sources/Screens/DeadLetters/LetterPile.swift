import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// The letters fetched so far, of many: pages are fetched as the cursor comes near their end, ever larger ones.
struct LetterPile: Equatable, Sendable {
    /// The rows of the first page.
    static let firstPage = 500
    /// The most rows of a page.
    static let largestPage = 10_000
    /// The most rows that a filter or an order looks at.
    static let narrowedLimit = 10_000

    /// A page with its rows made small.
    struct Page: Sendable {
        let rows: [LetterRow]
        let total: Int64
        let note: String

        /// The page of an answer.
        init(_ page: DeadLetterPage) {
            rows = page.letters.map(LetterRow.init)
            total = page.total
            note = page.missing.isEmpty ? "" : page.missing.map(\.name).joined(separator: ", ") + " did not answer"
        }
    }

    /// The list of those fetched.
    var list: ListState<LetterRow>
    /// How many there are in all.
    private(set) var total: Int64 = 0
    /// True after the last row was asked for, until the cursor moves otherwise.
    private(set) var wantsEnd = false
    private var note = ""
    private var height = 10

    /// Makes an empty pile.
    init(filter: String) {
        list = ListState(filter: filter)
    }

    /// True while there are letters that were not fetched.
    var hasMore: Bool { Int64(list.rows.count) < total }

    /// True while a filter or an order of its own is in force, which only know what was fetched.
    var isNarrowed: Bool { !list.filterText.isEmpty || list.sort != nil }

    /// The rows of the next page to fetch; nil while none is needed.
    var nextPage: (limit: Int, offset: Int)? {
        guard hasMore, list.load.shownFrom != nil else { return nil }
        let count = list.rows.count
        let isNear = list.cursor >= list.shown.count - 2 * height
        guard isNear || wantsEnd || isNarrowed, !isNarrowed || count < Self.narrowedLimit else { return nil }
        return (wantsEnd ? Self.largestPage : max(Self.firstPage, min(Self.largestPage, count)), count)
    }

    /// The list was moved, filtered, ordered, marked.
    mutating func apply(_ message: ListMessage, _ context: UpdateContext) {
        if case .cursorMoved(let step) = message { wantsEnd = step == .last }
        list.apply(message, LettersScreen.list, context)
    }

    /// The newest letters came: in place of all when something else changed than their coming.
    mutating func tookNewest(_ page: Page, _ context: UpdateContext) {
        let grown = page.total - total
        let known = list.rows.first?.id
        let fresh = page.rows.prefix { $0.id != known }
        let isPrefix = fresh.count < page.rows.count && Int64(fresh.count) == grown && grown >= 0
        take(isPrefix ? fresh + list.rows : page.rows, page, context)
    }

    /// A page after the ones that are there came; one that does not fit any more is dropped.
    mutating func tookMore(_ page: Page, offset: Int, _ context: UpdateContext) {
        guard offset == list.rows.count else { return }
        let known = Set(list.rows.suffix(Self.firstPage).map(\.id))
        let fresh = page.rows.filter { !known.contains($0.id) }
        take(list.rows + fresh, page, context, isEnd: fresh.isEmpty)
        if wantsEnd { list.apply(.cursorMoved(.last), LettersScreen.list, context) }
    }

    /// The body has a size.
    mutating func resized(to body: Size, _ tier: SizeTier) {
        height = body.rows
        list.resized(to: body, tier)
    }

    private mutating func take(_ rows: [LetterRow], _ page: Page, _ context: UpdateContext, isEnd: Bool = false) {
        total = isEnd ? Int64(rows.count) : max(page.total, Int64(rows.count))
        note = page.note
        list.loaded(rows, total: Int(clamping: total), note: note, LettersScreen.list, context)
    }
}
