internal import CNcurses
public import TextCanvas

/// The terminal of real life: ncurses draws, and the keyboard is read as it comes.
///
/// One at a time in a process, because terminals' modes and signals are global. It is restored by ``restore()``, when
/// it is released, when the process exits or crashes, and at `SIGTERM`, `SIGHUP`, `SIGINT` and `SIGQUIT`: the first of
/// these arrives as `TerminalEvent.closed`, a second one ends the process at once.
public final class CursesTerminal: Terminal {
    /// The present size in cells.
    public private(set) var size: Size
    /// What colours can be shown.
    public let depth: ColorDepth
    /// True when the locale can show glyphs beyond ASCII.
    public let isUnicode: Bool

    let input: Int32
    var decoder: InputDecoder
    var pending: [TerminalEvent] = []
    /// When unfinished input is given up, in milliseconds of the monotonic clock.
    var patienceEnd: Int64?
    var isHungUp = false
    /// True from the question for the background to its answer.
    var awaitsBackground = false
    private(set) var isOpen = true
    private let environment: [String: String]
    private var pairs: ColorPairs
    /// What ncurses was given, row by row; empty when it must be given everything.
    private var drawn: [DrawnCell] = []

    /// Takes the terminal: raw mode, alternate screen, bracketed paste and, if wanted, the mouse.
    ///
    /// - Parameters:
    ///   - input: the descriptor to read keys from.
    ///   - output: the descriptor to draw on.
    ///   - environment: of the process; `TERM`, `NO_COLOR`, the locale's and the multiplexers' variables are used.
    ///   - colors: the option `--color`.
    ///   - mouse: whether the mouse is reported; Shift passes it to the terminal all the same.
    /// - Throws: ``CursesTerminalError``; the terminal is untouched then.
    public init(
        input: Int32 = 0, output: Int32 = 1, environment: [String: String], colors: ColorPolicy = .auto,
        mouse: Bool = true
    ) throws(CursesTerminalError) {
        guard let name = environment["TERM"], !name.isEmpty else { throw .nameMissing }
        let wantsColors = Self.wantsColors(colors, environment: environment)
        switch larder_screen_open(name, input, output, wantsColors, mouse) {
        case LARDER_SCREEN_OPENED: break
        case LARDER_SCREEN_BUSY: throw .busy
        case LARDER_SCREEN_NOT_A_TERMINAL: throw .notATerminal
        case LARDER_SCREEN_UNKNOWN: throw .unknownTerminal(name)
        case LARDER_SCREEN_DUMB: throw .cursorCannotMove(name)
        default: throw .system(Self.lastError)
        }
        self.input = input
        self.environment = environment
        decoder = InputDecoder(sequences: .ofOpenTerminal())
        pairs = ColorPairs()
        size = Self.currentSize()
        depth = Self.currentDepth()
        isUnicode = LocaleCharacterSet.isUTF8(environment)
    }

    deinit {
        restore()
    }

    /// The signal that asked the process to end; nil when none did. After `TerminalEvent.closed` it tells which exit
    /// code is customary (128 and the number).
    public var terminatingSignal: Int32? {
        let number = larder_signal_that_terminates()
        return number == 0 ? nil : number
    }

    // MARK: Showing

    /// Shows a canvas; what is as before is not sent, and nothing at all when everything is.
    public func present(_ canvas: Canvas, style: (Role, Role?) -> TextStyle, cursor: Position?) {
        guard isOpen else { return }
        if !draw(canvas, style: style, isLastTry: false) {
            // The pairs of earlier themes fill the terminal's table: begin anew with those in use.
            pairs.reset()
            drawn = []
            _ = draw(canvas, style: style, isLastTry: true)
        }
        let place = cursor ?? Position(column: 0, row: 0)
        larder_screen_show(
            Int32(min(max(0, place.row), size.rows - 1)), Int32(min(max(0, place.column), size.columns - 1)),
            cursor != nil)
    }

    /// Gives ncurses the cells that differ. Returns false when the colour pairs ran out.
    private func draw(_ canvas: Canvas, style: (Role, Role?) -> TextStyle, isLastTry: Bool) -> Bool {
        let count = size.columns * size.rows
        let isWhole = drawn.count != count
        if isWhole {
            let blank = DrawnCell(text: "", look: .init(attributes: 0, pair: 0))
            drawn = Array(repeating: blank, count: count)
        }
        var looks = LookTable()
        var index = 0
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let position = Position(column: column, row: row)
                let cell = canvas[position]
                guard
                    let look = looks.look(
                        cell.role, cell.surface, pairs: &pairs, style: style, isLastTry: isLastTry)
                else { return false }
                let text = Glyph.text(at: position, of: canvas, columns: size.columns)
                let new = DrawnCell(text: text, look: look)
                if isWhole || drawn[index] != new {
                    drawn[index] = new
                    if !text.isEmpty { Self.put(new, at: position) }
                }
                index += 1
            }
        }
        return true
    }

    private static func put(_ cell: DrawnCell, at position: Position) {
        // One spacing scalar and at most four others are what a cell of ncurses holds.
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 5) { buffer in
            var count = 0
            for scalar in cell.text.unicodeScalars.prefix(5) {
                buffer[count] = scalar.value
                count += 1
            }
            larder_screen_put(
                Int32(position.row), Int32(position.column), buffer.baseAddress, Int32(count), cell.look.attributes,
                cell.look.pair)
        }
    }

    /// Forgets what is on the glass, so that the next `present` repaints all of it.
    public func invalidate() {
        drawn = []
        larder_screen_forget()
    }

    /// Sends text to the clipboard (OSC 52, through tmux and screen); false when it is too long for that (74 KiB
    /// encoded) or the terminal is known not to take it.
    public func copyToClipboard(_ text: String) -> Bool {
        guard isOpen, let bytes = ClipboardSequence.bytes(for: text, environment: environment) else { return false }
        return larder_screen_write(bytes, bytes.count)
    }

    /// False when questions are likely to appear as text.
    var canAsk: Bool { SystemCommand.mayWork(environment) }

    // MARK: Giving back

    /// Gives the terminal to `body` as the shell left it, takes it again and repaints everything.
    public func suspended(_ body: () -> Void) {
        guard isOpen else { return body() }
        larder_screen_suspend()
        body()
        larder_screen_resume()
        forgetContinuation()
        adoptSize()
    }

    /// Restores modes, cursor and the screen's former contents; harmless when done before.
    public func restore() {
        guard isOpen else { return }
        isOpen = false
        larder_screen_close()
    }

    // MARK: Size and depth

    /// Takes over the size that the window has now, and reports it when it is new.
    func adoptSize() {
        let current = Self.currentSize()
        guard current != size else { return }
        size = current
        larder_screen_resize(Int32(size.columns), Int32(size.rows))
        invalidate()
        pending.append(.resized(size))
    }

    private static func currentSize() -> Size {
        var columns: Int32 = 0
        var rows: Int32 = 0
        larder_screen_size(&columns, &rows)
        return Size(columns: Int(columns), rows: Int(rows))
    }

    private static func currentDepth() -> ColorDepth {
        if larder_screen_has_direct_color() { return .trueColor }
        switch larder_screen_colors() {
        case ..<8: return .none
        case ..<256: return .ansi16
        default: return .indexed256
        }
    }

    private static func wantsColors(_ policy: ColorPolicy, environment: [String: String]) -> Bool {
        switch policy {
        case .auto: (environment["NO_COLOR"] ?? "").isEmpty
        case .always: true
        case .never: false
        }
    }
}
