internal import CNcurses

/// A terminal for tests: takes what a program writes and keeps the screen as text.
///
/// Understands what ncurses sends for `TERM=xterm-256color` and `linux`: cursor moves, erasing, inserting and deleting
/// of lines and characters, scroll regions, tab stops, the alternate screen, repetition, wide glyphs. Colours and
/// attributes are read and dropped. Pure: a value that changes only when fed.
public struct ScreenEmulator: Sendable {
    /// The extent in cells.
    public private(set) var columns: Int
    /// The extent in cells.
    public private(set) var rows: Int
    /// The cursor's column, from 0.
    public internal(set) var cursorColumn = 0
    /// The cursor's row, from 0.
    public internal(set) var cursorRow = 0
    /// False while a program hides the cursor.
    public internal(set) var isCursorVisible = true
    /// True between entering and leaving the alternate screen.
    public internal(set) var isAlternate = false
    /// Private modes that are switched on, such as 2004 for bracketed paste.
    public internal(set) var modes: Set<Int> = [7, 25]
    /// What was sent between `ESC ]` and its terminator, such as `52;c;…` for the clipboard.
    public internal(set) var systemCommands: [String] = []

    var cells: [[String]]
    var top = 0
    var bottom: Int
    /// Set when a glyph was written in the last column: the next one wraps first.
    var isWrapPending = false
    var isInserting = false
    var isLineDrawing = false
    var lastGlyph = ""
    var tabStops: Set<Int>
    var parser = ControlParser()
    var saved = SavedCursor()
    var mainScreen: [[String]] = []
    var mainCursor = SavedCursor()

    struct SavedCursor: Sendable {
        var column = 0
        var row = 0
        var isLineDrawing = false
    }

    /// A blank screen.
    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        bottom = rows - 1
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
        tabStops = Set(stride(from: 8, to: columns, by: 8))
    }

    /// Takes bytes in any portions.
    public mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if let control = parser.accept(byte) { perform(control) }
        }
    }

    /// What stands in a cell; empty for the right half of a wide glyph.
    public subscript(column column: Int, row row: Int) -> String {
        cells.indices.contains(row) && cells[row].indices.contains(column) ? cells[row][column] : " "
    }

    /// One line of the screen, without the blanks at its end.
    public func line(_ row: Int) -> String {
        guard cells.indices.contains(row) else { return "" }
        var line = cells[row].joined()
        while line.last == " " { line.removeLast() }
        return line
    }

    /// All lines.
    public var lines: [String] { (0..<rows).map(line) }

    /// The whole screen as text, lines separated by line feeds.
    public var text: String { lines.joined(separator: "\n") }

    /// Gives the screen another extent, as a window does: what is cut off is lost, what is new is blank.
    public mutating func resize(columns: Int, rows: Int) {
        cells = Self.fitted(cells, columns: columns, rows: rows)
        mainScreen = mainScreen.isEmpty ? [] : Self.fitted(mainScreen, columns: columns, rows: rows)
        self.columns = columns
        self.rows = rows
        top = 0
        bottom = rows - 1
        tabStops = Set(stride(from: 8, to: columns, by: 8))
        cursorColumn = min(cursorColumn, columns - 1)
        cursorRow = min(cursorRow, rows - 1)
        isWrapPending = false
    }

    private static func fitted(_ cells: [[String]], columns: Int, rows: Int) -> [[String]] {
        (0..<rows).map { row in
            (0..<columns).map { column in
                row < cells.count && column < cells[row].count ? cells[row][column] : " "
            }
        }
    }
}
