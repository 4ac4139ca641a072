import TextCanvas

/// A question that waits for its answer.
struct PendingConfirmation {
    /// What a yes does.
    enum Outcome {
        case send(AnyMessage, to: StackEntry.ID)
        case quit
    }

    let confirmation: ChangeConfirmation
    let outcome: Outcome
    var line = TextLine()
    var focus: Dialog.Focus

    init(_ confirmation: ChangeConfirmation, _ outcome: Outcome) {
        self.confirmation = confirmation
        self.outcome = outcome
        self.focus = confirmation.level == .typed ? .field : .button(0)
    }

    /// True when what must be typed was typed.
    var isSatisfied: Bool { confirmation.level < .typed || line.text == confirmation.expected }

    /// The things that Tab goes through.
    private var stops: [Dialog.Focus] {
        (confirmation.level == .typed ? [.field] : []) + [.button(0), .button(1)]
    }

    /// Moves the focus.
    mutating func moveFocus(_ count: Int) {
        let index = stops.firstIndex(of: focus) ?? 0
        focus = stops[((index + count) % stops.count + stops.count) % stops.count]
    }

    /// The question, drawn.
    func dialog(in width: Int) -> Dialog {
        let columns = Dialog.textWidth(in: width)
        var lines = confirmation.targets
        if !confirmation.consequence.isEmpty {
            if !lines.isEmpty { lines.append([]) }
            lines += TextFitting.wrapped(confirmation.consequence, to: columns).map { [TextRun($0)] }
        }
        if !confirmation.command.isEmpty {
            let label = "Same as:  "
            let words = TextFitting.wrapped(confirmation.command, to: max(10, columns - label.utf8.count))
            lines += words.enumerated().map { row, part in
                [TextRun(row == 0 ? label : "          ", .muted), TextRun(part, .strong)]
            }
        }
        lines.append([])
        let field = confirmation.level == .typed ? Dialog.Field(label: confirmation.request, line: line) : nil
        return Dialog(
            title: confirmation.title, lines: lines, field: field,
            buttons: [
                Dialog.Button("Cancel"),
                Dialog.Button(confirmation.button, isDangerous: true, isEnabled: isSatisfied),
            ], focus: focus)
    }
}
