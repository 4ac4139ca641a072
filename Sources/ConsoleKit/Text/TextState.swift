public import TextCanvas

/// The state of a text in a pane: a log, a document. Scrolls both ways, searches, follows the end.
public struct TextState: Sendable, Hashable {
    /// The lines; control characters are escaped when drawn.
    public private(set) var lines: [String]
    /// The first line in view.
    public private(set) var top = 0
    /// The columns scrolled out at the left.
    public private(set) var columnOffset = 0
    /// The search as typed; empty for none.
    public private(set) var search = ""
    /// The line that the search stands on.
    public private(set) var matchLine: Int?
    /// True while new lines at the end scroll into view.
    public private(set) var isFollowing: Bool
    /// How many lines were dropped at the beginning to stay within ``capacity``.
    public private(set) var droppedCount = 0
    /// The most lines that are kept.
    public let capacity: Int
    private var pageHeight = 10

    /// Makes a text.
    ///
    /// - Parameters:
    ///   - lines: the lines there are.
    ///   - isFollowing: true for a log that grows.
    ///   - capacity: the most lines to keep; older ones are dropped and counted.
    public init(_ lines: [String] = [], isFollowing: Bool = false, capacity: Int = 50_000) {
        self.lines = lines
        self.isFollowing = isFollowing
        self.capacity = max(1, capacity)
        trim()
    }

    /// Replaces all lines.
    public mutating func setLines(_ lines: [String]) {
        self.lines = lines
        droppedCount = 0
        trim()
        settle()
    }

    /// Adds lines at the end.
    public mutating func append(_ lines: [String]) {
        self.lines += lines
        trim()
        settle()
    }

    /// The pane has a height.
    public mutating func resized(to size: Size) {
        pageHeight = max(1, size.rows)
        settle()
    }

    /// Applies what happened.
    public mutating func apply(_ message: TextMessage) {
        switch message {
        case .scrolled(let step): scroll(step)
        case .columnsScrolled(let count): columnOffset = max(0, columnOffset + count)
        case .searchTyped(let text):
            search = text
            matchLine = nil
            if !text.isEmpty { step(from: top - 1, forward: true) }
        case .matchStepped(let forward): step(from: matchLine ?? top - 1, forward: forward)
        case .followToggled:
            isFollowing.toggle()
            settle()
        case .peeled: (search, matchLine) = ("", nil)
        }
    }

    /// What an input means to this text.
    public func respond(to input: ScreenInput) -> Response<TextMessage> {
        if input == .escaped { return search.isEmpty ? .ignored : .send(.peeled) }
        guard let message = TextMessage(input) else { return .ignored }
        if case .matchStepped = message, search.isEmpty { return .unavailable("nothing is searched for; / searches") }
        return .send(message)
    }

    /// The text, drawn; `role` says what a line means.
    public func pane(role: @escaping (String) -> Role = { _ in .text }) -> TextPane {
        var pane = TextPane(lineCount: lines.count) { [TextRun(lines[$0], role(lines[$0]))] }
        pane.top = top
        pane.columnOffset = columnOffset
        pane.currentLine = matchLine
        if let matcher = TextState.matcher(search) { pane.matches = { matcher.ranges(in: $0) } }
        return pane
    }

    private static func matcher(_ search: String) -> FilterMatcher? {
        search.isEmpty ? nil : FilterMatcher(searching: search)
    }

    private mutating func scroll(_ step: ListMessage.Step) {
        switch step {
        case .rows(let count): top += count
        case .halfPages(let count): top += count * max(1, pageHeight / 2)
        case .first: top = 0
        case .last: top = lines.count
        }
        top = max(0, min(top, lines.count - pageHeight))
        if isFollowing && top < lines.count - pageHeight { isFollowing = false }
    }

    private mutating func step(from line: Int, forward: Bool) {
        guard let matcher = Self.matcher(search), !lines.isEmpty else { return }
        let count = lines.count
        let order = (1...count).map { forward ? (line + $0 + count) % count : (line - $0 + 2 * count) % count }
        guard let found = order.first(where: { index in matcher.matches { _ in lines[index] } }) else { return }
        matchLine = found
        isFollowing = false
        if found < top || found >= top + pageHeight { top = found - pageHeight / 2 }
        top = max(0, min(top, count - pageHeight))
    }

    private mutating func trim() {
        let excess = lines.count - capacity
        guard excess > 0 else { return }
        lines.removeFirst(excess)
        droppedCount += excess
        top = max(0, top - excess)
        matchLine = matchLine.flatMap { $0 >= excess ? $0 - excess : nil }
    }

    private mutating func settle() {
        let last = max(0, lines.count - pageHeight)
        top = isFollowing ? last : min(top, last)
    }
}
