import TextCanvas

/// What a command says to the person at the terminal: standard error, never data.
struct Talk: Sendable {
    let isQuiet: Bool
    let isVerbose: Bool

    init(_ options: TalkOptions) {
        isQuiet = options.quiet
        isVerbose = options.verbose
    }

    /// Says a line, unless asked to be quiet.
    func say(_ line: String) {
        if !isQuiet { StandardStream.error.write(SafeText.escaped(line) + "\n") }
    }

    /// Says a line that matters even to those who asked for quiet.
    func warn(_ line: String) {
        StandardStream.error.write(SafeText.escaped(line) + "\n")
    }

    /// Shows a line that the next one replaces; only on a terminal.
    func progress(_ line: String) {
        guard !isQuiet, StandardStream.error.isTerminal else { return }
        StandardStream.error.write("\r" + SafeText.escaped(line) + "\u{1b}[K")
    }

    /// Ends a line of progress.
    func endProgress() {
        guard !isQuiet, StandardStream.error.isTerminal else { return }
        StandardStream.error.write("\r\u{1b}[K")
    }
}
