/// A box over the view: a title, lines, perhaps a field to type into, and buttons.
public struct Dialog: Sendable, Hashable {
    /// One button.
    public struct Button: Sendable, Hashable {
        /// What it says.
        public var label: String
        /// True for the button that changes something; drawn in the danger roles.
        public var isDangerous: Bool
        /// False while what must be typed has not been typed.
        public var isEnabled: Bool

        /// Makes a button.
        public init(_ label: String, isDangerous: Bool = false, isEnabled: Bool = true) {
            self.label = label
            self.isDangerous = isDangerous
            self.isEnabled = isEnabled
        }
    }

    /// A field to type into.
    public struct Field: Sendable, Hashable {
        /// What to type.
        public var label: String
        /// What was typed.
        public var line: TextLine

        /// Makes a field.
        public init(label: String, line: TextLine) {
            self.label = label
            self.line = line
        }
    }

    /// What has the focus.
    public enum Focus: Sendable, Hashable {
        case field
        case button(Int)
    }

    /// Stands in the upper border.
    public var title: String
    /// The text; long lines are wrapped by the caller (``TextFitting/wrapped(_:to:)``).
    public var lines: [[TextRun]]
    /// The field, if any.
    public var field: Field?
    /// The buttons, drawn at the lower right.
    public var buttons: [Button]
    /// What has the focus.
    public var focus: Focus

    /// Makes a dialog.
    public init(
        title: String, lines: [[TextRun]], field: Field? = nil, buttons: [Button] = [], focus: Focus = .button(0)
    ) {
        self.title = title
        self.lines = lines
        self.field = field
        self.buttons = buttons
        self.focus = focus
    }

    /// The columns there are for text, in a window of a width.
    public static func textWidth(in width: Int) -> Int { min(width, 76) - 6 }

    /// Draws the box in the middle of a rectangle and puts the canvas's cursor on what has the focus.
    public func draw(into canvas: inout Canvas, in rect: Rect, glyphs: GlyphSet) {
        let box = frame(in: rect)
        canvas.fill(box)
        drawBorder(into: &canvas, box, glyphs)
        let content = box.inset(columns: 3, rows: 1)
        for (offset, line) in lines.enumerated() where offset < content.height - footerHeight {
            canvas.draw(line, at: Position(column: content.column, row: content.row + offset), width: content.width)
        }
        drawField(into: &canvas, content)
        drawButtons(into: &canvas, content)
    }

    private var footerHeight: Int { (field == nil ? 0 : 1) + (buttons.isEmpty ? 0 : 1) }

    private func frame(in rect: Rect) -> Rect {
        let longest = lines.map { $0.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) } }.max() ?? 0
        let buttonWidth = buttons.reduce(0) { $0 + DisplayWidth.columns(of: $1.label) + 6 }
        let wanted = max(longest, DisplayWidth.columns(of: title) + 2, buttonWidth, fieldWidth) + 6
        let width = min(rect.width, rect.width < 60 ? rect.width : wanted)
        let height = min(rect.height, lines.count + footerHeight + 2)
        return Rect(
            column: rect.column + (rect.width - width) / 2, row: rect.row + (rect.height - height) / 2, width: width,
            height: height)
    }

    private var fieldWidth: Int {
        field.map { DisplayWidth.columns(of: $0.label) + max(12, DisplayWidth.columns(of: $0.line.text) + 2) + 6 } ?? 0
    }

    private func drawBorder(into canvas: inout Canvas, _ box: Rect, _ glyphs: GlyphSet) {
        guard box.width >= 2 && box.height >= 2 else { return }
        let last = Position(column: box.endColumn - 1, row: box.endRow - 1)
        for row in [box.row, last.row] {
            canvas.drawRule(
                at: Position(column: box.column, row: row), width: box.width, glyph: glyphs.rule, role: .accent)
        }
        for row in box.row + 1..<last.row {
            canvas.draw(glyphs.bar, at: Position(column: box.column, row: row), role: .accent)
            canvas.draw(glyphs.bar, at: Position(column: last.column, row: row), role: .accent)
        }
        let corners = [(box.column, box.row), (last.column, box.row), (last.column, last.row), (box.column, last.row)]
        for (corner, place) in zip(glyphs.corners, corners) {
            canvas.draw(corner, at: Position(column: place.0, row: place.1), role: .accent)
        }
        let shown = TextFitting.truncated(title, to: box.width - 6, mark: glyphs.ellipsis)
        canvas.draw(" \(shown) ", at: Position(column: box.column + 2, row: box.row), role: .title)
    }

    private func drawField(into canvas: inout Canvas, _ content: Rect) {
        guard let field else { return }
        let row = content.endRow - footerHeight
        let start = Position(column: content.column, row: row)
        let labelWidth = canvas.draw(field.label + "  [ ", at: start, width: content.width)
        let room = max(1, content.width - labelWidth - 2)
        let hidden = max(0, DisplayWidth.columns(of: field.line.beforeCursor) - room + 1)
        let text = TextFitting.dropping(columns: hidden, from: field.line.text)
        let typed = Position(column: start.column + labelWidth, row: row)
        canvas.draw(TextFitting.fitted(text, to: room, mark: ""), at: typed, role: .prompt)
        canvas.draw(" ]", at: Position(column: typed.column + room, row: row))
        guard focus == .field else { return }
        let column = typed.column + DisplayWidth.columns(of: field.line.beforeCursor) - hidden
        canvas.cursor = Position(column: column, row: row)
    }

    private func drawButtons(into canvas: inout Canvas, _ content: Rect) {
        var column = content.endColumn
        for (index, button) in buttons.enumerated().reversed() {
            let isFocused = focus == .button(index)
            let text = isFocused ? "[ \(button.label) ]" : "( \(button.label) )"
            column -= DisplayWidth.columns(of: text)
            let place = Position(column: column, row: content.endRow - 1)
            canvas.draw(text, at: place, role: role(of: button, isFocused), surface: isFocused ? .cursor : nil)
            if isFocused { canvas.cursor = Position(column: column + 2, row: place.row) }
            column -= 3
        }
    }

    private func role(of button: Button, _ isFocused: Bool) -> Role {
        if !button.isEnabled { return .faint }
        if button.isDangerous { return isFocused ? .dangerFocus : .danger }
        return isFocused ? .strong : .text
    }
}
