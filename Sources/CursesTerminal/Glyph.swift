internal import CNcurses
internal import TextCanvas

/// What of a cell may be sent to a terminal: nothing that steers it, and nothing wider than its place.
enum Glyph {
    private static let replacement = "\u{FFFD}"

    /// The text to draw at a place of a canvas; empty for the right half of a wide glyph.
    static func text(at position: Position, of canvas: Canvas, columns: Int) -> String {
        let cell = canvas[position]
        if cell.isContinuation {
            let left = canvas[Position(column: position.column - 1, row: position.row)]
            return position.column > 0 && !left.isContinuation && width(left.text) == 2 ? "" : " "
        }
        switch width(cell.text) {
        case 1: return cell.text
        case 0: return " " + cell.text
        case 2:
            let right = canvas[Position(column: position.column + 1, row: position.row)]
            return position.column + 1 < columns && right.isContinuation ? cell.text : replacement
        default: return replacement
        }
    }

    /// Columns of a cell's text: those of its first scalar, the others must not have any; -1 when it cannot be drawn.
    static func width(_ text: String) -> Int {
        let bytes = text.utf8
        guard let first = bytes.first else { return 0 }
        if bytes.count == 1 { return first >= 0x20 && first < 0x7F ? 1 : -1 }
        var scalars = text.unicodeScalars.makeIterator()
        guard let base = scalars.next() else { return 0 }
        let width = Int(larder_wcwidth(base.value))
        while let scalar = scalars.next() {
            if larder_wcwidth(scalar.value) != 0 { return -1 }
        }
        return width
    }
}
