import ConsoleKit
import Operations
import TextCanvas

/// A log in a pane: grows while it is followed, can be searched, and narrowed to what matters.
struct LogPane: Equatable, Sendable {
    /// The most lines asked for at a time.
    static let page = 2_000
    private static let capacity = 50_000

    /// The lines shown.
    private(set) var text = TextState(isFollowing: true, capacity: LogPane.capacity)
    /// The least level shown.
    private(set) var level = LogLevel.debug
    /// Where to go on reading; nil before the first answer.
    private(set) var next: Int64?
    /// Why the log could not be read; nil while it can.
    private(set) var problem: Problem?
    private var lines: [String] = []
    private var levels: [LogLevel] = []
    private var skippedBytes: Int64 = 0

    /// More of the log came; true when there may be more at once.
    mutating func took(_ chunk: LogChunk) -> Bool {
        if next == nil { skippedBytes = chunk.skippedBytes }
        next = chunk.next
        problem = nil
        guard !chunk.lines.isEmpty else { return false }
        let first = lines.count
        for line in chunk.lines {
            levels.append(LogLevel(line: line) ?? levels.last ?? .info)
            lines.append(line)
        }
        text.append((first..<lines.count).filter { levels[$0] >= level }.map { lines[$0] })
        trim()
        return chunk.lines.count >= Self.page
    }

    /// The log could not be read.
    mutating func failed(_ problem: Problem) {
        self.problem = problem
    }

    /// The next level was asked for: all, info, warnings, errors.
    mutating func levelStepped() {
        level = level.next
        text.setLines(lines.indices.filter { levels[$0] >= level }.map { lines[$0] })
    }

    /// Scrolled, searched, followed.
    mutating func apply(_ message: TextMessage) {
        text.apply(message)
    }

    /// The pane has a height.
    mutating func resized(to size: Size) {
        text.resized(to: size)
    }

    /// What stands in the pane's rule at the left.
    var title: [TextRun] {
        let follow = TextRun(text.isFollowing ? "  follow ON" : "  follow off", text.isFollowing ? .busy : .muted)
        let search = text.search.isEmpty ? [] : [TextRun("  search: "), TextRun(text.search, .accent)]
        return [TextRun("Log", .title), follow, TextRun("  " + level.title, .muted)] + search
    }

    /// What stands in the pane's rule at the right: `180 of 2,000 lines`.
    var note: [TextRun] {
        let all = CountText.of(Int64(lines.count), "line")
        let shown = text.lines.count == lines.count ? "" : CountText.grouped(Int64(text.lines.count)) + " of "
        let dropped = text.droppedCount > 0 ? ", older ones left out" : ""
        let skipped = skippedBytes > 0 ? ", \(CountText.bytes(skippedBytes)) before" : ""
        return [TextRun(shown + all + dropped + skipped, .muted)]
    }

    /// Draws the lines in view.
    func draw(into canvas: inout Canvas, in rect: Rect) {
        if lines.isEmpty {
            let message = problem?.message ?? (next == nil ? "reading..." : "Nothing was logged yet.")
            canvas.draw(
                message, at: Position(column: rect.column + 1, row: rect.row),
                role: problem == nil ? .muted : .error, width: rect.width - 1)
        } else {
            text.pane { LogLevel(line: $0)?.role ?? .text }.draw(into: &canvas, in: rect)
        }
    }

    private mutating func trim() {
        let excess = lines.count - Self.capacity
        guard excess > 0 else { return }
        lines.removeFirst(excess)
        levels.removeFirst(excess)
    }
}
