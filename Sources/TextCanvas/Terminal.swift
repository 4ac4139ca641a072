/// The glass that the console looks through: something with a size that shows canvases and reports keys.
///
/// There are two: the curses terminal of real life, and the memory terminal of tests and pictures. A terminal is
/// owned by one thread, the one that runs the loop; it is deliberately not `Sendable`.
public protocol Terminal: AnyObject {
    /// The present size in cells.
    var size: Size { get }

    /// What colours can be shown.
    var depth: ColorDepth { get }

    /// True when the locale can show glyphs beyond ASCII.
    var isUnicode: Bool { get }

    /// Shows a canvas: sends what differs from the one before, and puts the real cursor at `cursor`
    /// (hidden when nil), where screen readers follow it.
    ///
    /// - Parameters:
    ///   - canvas: what to show, of exactly ``size``; a canvas of another size is clipped or padded.
    ///   - style: turns a role (and the role that lends the background) into what the terminal can draw.
    ///   - cursor: where the terminal's own cursor goes.
    func present(_ canvas: Canvas, style: (Role, Role?) -> TextStyle, cursor: Position?)

    /// Waits until something happened on the terminal, or `wakeDescriptor` became readable, or the time is up.
    ///
    /// - Parameters:
    ///   - wakeDescriptor: a file descriptor to watch besides the terminal; nil for none. It is not drained here.
    ///   - milliseconds: how long to wait at most; nil waits without end.
    /// - Returns: all events that have arrived, in order; empty when woken or timed out.
    func wait(wakeDescriptor: Int32?, milliseconds: Int?) -> [TerminalEvent]

    /// Gives the terminal back to the shell as it was, runs `body` (a shell, an editor, a stop), takes it again and
    /// repaints everything.
    func suspended(_ body: () -> Void)

    /// Forgets what is on the glass, so that the next ``present(_:style:cursor:)`` repaints all of it.
    func invalidate()

    /// Sends text to the operator's clipboard (OSC 52), where the terminal lets it; returns false when it cannot.
    func copyToClipboard(_ text: String) -> Bool

    /// Restores modes, cursor and the screen's former contents. Calling it twice is harmless.
    func restore()
}
