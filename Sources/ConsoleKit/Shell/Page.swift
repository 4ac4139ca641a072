import TextCanvas

/// A text over the view: help or messages.
struct Page {
    let title: String
    var text: TextState
    /// The runs of every line, where they are more than one role.
    let lines: [[TextRun]]

    init(title: String, lines: [[TextRun]]) {
        self.title = title
        self.lines = lines
        text = TextState(lines.map { $0.map(\.text).joined() })
    }
}
