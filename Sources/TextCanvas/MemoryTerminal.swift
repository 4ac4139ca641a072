/// The terminal of tests and pictures: events come from a script, canvases are kept.
///
/// It is owned by one thread, like every terminal. When the script is used up, it reports ``TerminalEvent/closed``,
/// so that a loop that runs on it ends by itself.
public final class MemoryTerminal: Terminal {
    /// The size; ``resize(to:)`` changes it and reports the event.
    public private(set) var size: Size
    /// What colours it pretends to show.
    public let depth: ColorDepth
    /// Whether it pretends to show glyphs beyond ASCII.
    public let isUnicode: Bool
    /// Every canvas that was presented, the newest last.
    public private(set) var frames: [Canvas] = []
    /// Every text that was copied.
    public private(set) var copies: [String] = []
    /// How often the terminal was restored.
    public private(set) var restoreCount = 0
    /// How often the terminal was handed to the shell.
    public private(set) var suspendCount = 0
    /// How often a full repaint was asked for.
    public private(set) var invalidateCount = 0
    private var script: [TerminalEvent]

    /// Makes a terminal.
    ///
    /// - Parameters:
    ///   - size: the cells.
    ///   - depth: the colours.
    ///   - isUnicode: whether glyphs beyond ASCII may be used.
    ///   - script: the events to report, one per wait.
    public init(size: Size, depth: ColorDepth = .trueColor, isUnicode: Bool = true, script: [TerminalEvent] = []) {
        self.size = size
        self.depth = depth
        self.isUnicode = isUnicode
        self.script = script
    }

    /// The newest canvas; an empty one before the first.
    public var frame: Canvas { frames.last ?? Canvas(size: size) }

    /// Adds an event to the end of the script.
    public func enqueue(_ event: TerminalEvent) {
        script.append(event)
    }

    /// Changes the size and reports it at the next wait.
    public func resize(to size: Size) {
        self.size = size
        script.append(.resized(size))
    }

    /// Keeps the canvas, with its cursor, as the newest of ``frames``.
    public func present(_ canvas: Canvas, style: (Role, Role?) -> TextStyle, cursor: Position?) {
        var shown = canvas
        shown.cursor = cursor
        frames.append(shown)
    }

    /// Reports the next event of the script at once, and that the terminal is gone when there is none.
    public func wait(wakeDescriptor: Int32?, milliseconds: Int?) -> [TerminalEvent] {
        guard !script.isEmpty else { return [.closed] }
        return [script.removeFirst()]
    }

    /// Counts; the body is not run, because there is no shell to go to.
    public func suspended(_ body: () -> Void) {
        suspendCount += 1
    }

    /// Counts.
    public func invalidate() {
        invalidateCount += 1
    }

    /// Keeps the text in ``copies``.
    public func copyToClipboard(_ text: String) -> Bool {
        copies.append(text)
        return true
    }

    /// Counts.
    public func restore() {
        restoreCount += 1
    }
}
