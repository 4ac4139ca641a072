/// The fields of a form, one per row, labels at the left.
public struct FormFields: Sendable, Hashable {
    /// The fields.
    public var fields: [FormField]
    /// The field with the focus; nil for none.
    public var focus: Int?
    /// The columns of the labels; nil for the widest.
    public var labelWidth: Int?

    /// Makes a form.
    public init(_ fields: [FormField], focus: Int? = nil, labelWidth: Int? = nil) {
        self.fields = fields
        self.focus = focus
        self.labelWidth = labelWidth
    }

    /// The first field to draw so that the one with the focus is in view.
    public func top(height: Int) -> Int {
        guard let focus, height > 0 else { return 0 }
        return max(0, min(focus - height / 2, fields.count - height))
    }

    /// Draws the fields that fit, scrolled so that the focus is in view, and puts the canvas's cursor into it.
    public func draw(into canvas: inout Canvas, in rect: Rect, glyphs: GlyphSet) {
        let widest = fields.map { DisplayWidth.columns(of: $0.label) }.max() ?? 0
        let labels = min(labelWidth ?? widest, max(4, rect.width / 2))
        let top = top(height: rect.height)
        for offset in 0..<rect.height where top + offset < fields.count {
            let row = Rect(column: rect.column, row: rect.row + offset, width: rect.width, height: 1)
            draw(fields[top + offset], isFocused: top + offset == focus, labels, into: &canvas, row, glyphs)
        }
    }

    private func draw(
        _ field: FormField, isFocused: Bool, _ labels: Int, into canvas: inout Canvas, _ row: Rect, _ glyphs: GlyphSet
    ) {
        let start = Position(column: row.column + 1, row: row.row)
        if isFocused { canvas.draw(glyphs.cursor, at: Position(column: row.column, row: row.row), role: .accent) }
        canvas.draw(
            TextFitting.truncated(field.label, to: labels, mark: glyphs.ellipsis), at: start,
            role: isFocused ? .strong : .muted)
        let content = Rect(
            column: start.column + labels + 2, row: row.row, width: row.endColumn - start.column - labels - 2, height: 1
        )
        let used = drawContent(field, isFocused, into: &canvas, content, glyphs)
        let note = field.problem ?? field.note
        canvas.draw(
            TextFitting.truncated(note, to: content.width - used - 2, mark: glyphs.ellipsis),
            at: Position(column: content.column + used + 2, row: row.row), role: field.problem == nil ? .muted : .error)
    }

    private func drawContent(
        _ field: FormField, _ isFocused: Bool, into canvas: inout Canvas, _ rect: Rect, _ glyphs: GlyphSet
    ) -> Int {
        let start = Position(column: rect.column, row: rect.row)
        let surface: Role? = isFocused ? .cursor : nil
        if isFocused { canvas.cursor = Position(column: start.column + 2, row: start.row) }
        switch field.content {
        case .text(let line, let isSecret):
            return drawText(line, isSecret, min(field.width, rect.width - 4), isFocused, into: &canvas, start)
        case .choice(let options, let selected):
            let text = options.indices.contains(selected) ? options[selected] : ""
            let width = max(1, min(field.width, rect.width - 5))
            let fitted = TextFitting.fitted(text, to: width, mark: glyphs.ellipsis)
            return canvas.draw("[ \(fitted) v]", at: start, surface: surface)
        case .radio(let options, let selected):
            let parts = options.enumerated().map { "(\($0.offset == selected ? "*" : " ")) \($0.element)" }
            return canvas.draw(parts.joined(separator: "   "), at: start, surface: surface, width: rect.width)
        case .toggle(let isOn):
            return canvas.draw(isOn ? "[x]" : "[ ]", at: start, surface: surface)
        case .fixed(let text):
            return canvas.draw(
                TextFitting.truncated(text, to: rect.width, mark: glyphs.ellipsis), at: start, surface: surface)
        }
    }

    private func drawText(
        _ line: TextLine, _ isSecret: Bool, _ room: Int, _ isFocused: Bool, into canvas: inout Canvas, _ start: Position
    ) -> Int {
        let width = max(1, room)
        let shown = isSecret ? String(repeating: "*", count: line.text.count) : line.text
        let before = isSecret ? line.cursor : DisplayWidth.columns(of: line.beforeCursor)
        let hidden = max(0, before - width + 1)
        let text = TextFitting.fitted(TextFitting.dropping(columns: hidden, from: shown), to: width, mark: "")
        canvas.draw("[ ", at: start)
        canvas.draw(
            text, at: Position(column: start.column + 2, row: start.row), role: .prompt,
            surface: isFocused ? .cursor : nil)
        canvas.draw(" ]", at: Position(column: start.column + 2 + width, row: start.row))
        if isFocused { canvas.cursor = Position(column: start.column + 2 + before - hidden, row: start.row) }
        return width + 4
    }
}
