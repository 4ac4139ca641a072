import TextCanvas

/// The line of the most useful keys here, generated from the key table.
struct HintLine {
    private struct Hint {
        let action: ActionID
        let key: String
        let label: String
        let isDanger: Bool

        var width: Int { DisplayWidth.columns(of: key) + 1 + DisplayWidth.columns(of: label) }
    }

    private let hints: [Hint]

    init(_ keymap: Keymap) {
        hints = keymap.bindings.filter { $0.hint != nil && !$0.keys.isEmpty }
            .sorted { ($0.hint ?? 0) < ($1.hint ?? 0) }
            .map { row in
                Hint(
                    action: row.action, key: row.keys.first?.name ?? "", label: row.label,
                    isDanger: row.changesServer)
            }
    }

    /// The action whose hint is at a column.
    func action(at column: Int) -> ActionID? {
        var start = 1
        for hint in hints {
            if (start..<start + hint.width).contains(column) { return hint.action }
            start += hint.width + 2
        }
        return nil
    }

    /// Draws what fits of the line: the first hints, and the last, which is help.
    func draw(into canvas: inout Canvas, in rect: Rect) {
        var shown = hints
        while shown.reduce(1, { $0 + $1.width + 2 }) > rect.width, shown.count > 1 { shown.remove(at: shown.count - 2) }
        var column = rect.column + 1
        for hint in shown {
            draw(hint, into: &canvas, at: Position(column: column, row: rect.row))
            column += hint.width + 2
        }
    }

    /// Draws the hints in columns, `<key> label`, into the header of a large window.
    func drawColumns(into canvas: inout Canvas, in rect: Rect) {
        let width = 18
        for (index, hint) in hints.enumerated() {
            let column = rect.column + index / max(1, rect.height) * width
            guard column + width <= rect.endColumn + 2 else { break }
            let place = Position(column: column, row: rect.row + index % max(1, rect.height))
            let taken = canvas.draw("<\(hint.key)> ", at: place, role: .key)
            canvas.draw(
                hint.label, at: Position(column: place.column + taken, row: place.row),
                role: hint.isDanger ? .danger : .keyLabel, width: width - taken - 1)
        }
    }

    private func draw(_ hint: Hint, into canvas: inout Canvas, at place: Position) {
        let taken = canvas.draw(hint.key, at: place, role: .key)
        canvas.draw(
            hint.label, at: Position(column: place.column + taken + 1, row: place.row),
            role: hint.isDanger ? .danger : .keyLabel)
    }
}
