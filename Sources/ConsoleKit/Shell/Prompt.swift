import TextCanvas

/// The prompt on the message line.
struct Prompt {
    /// What is being typed.
    enum Purpose {
        /// A command; ``candidates`` are what it could become.
        case command
        /// The filter of the list in view; Esc puts the one before back.
        case filter(before: String)
        /// The search of the text in view.
        case find(before: String)
        /// The answer to a screen's question.
        case question(Effect<AnyMessage>.Question, asker: StackEntry.ID)
    }

    let purpose: Purpose
    var line: TextLine
    var candidates: [CommandCandidate] = []
    /// The candidate or, in an empty command line, the step into the history that was picked.
    var picked: Int?

    /// What stands before the line.
    var label: String {
        switch purpose {
        case .command: ":"
        case .filter, .find: "/"
        case .question(let question, _): question.label + ": "
        }
    }
}
