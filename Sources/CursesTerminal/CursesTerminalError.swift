/// Why the terminal could not be taken. Nothing has been written to it then, and its modes are as before.
public enum CursesTerminalError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Input or output is a file or a pipe.
    case notATerminal
    /// `TERM` is not set.
    case nameMissing
    /// The terminal database has no such entry.
    case unknownTerminal(String)
    /// The terminal cannot move its cursor (`TERM=dumb`).
    case cursorCannotMove(String)
    /// The process shows a console already.
    case busy
    /// The system refused; the number of the error.
    case system(Int32)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .notATerminal:
            "the console needs a terminal, but its input or output is a file or a pipe; "
                + "run it in a terminal, or use a command such as 'larder stores list'"
        case .nameMissing:
            "the environment variable TERM is not set; set it to the kind of terminal, such as TERM=xterm-256color"
        case .unknownTerminal(let name):
            "the terminal '\(name)' (TERM) is not in the terminal database; set TERM to a known one such as "
                + "xterm-256color, or install the database (Debian: ncurses-term)"
        case .cursorCannotMove(let name):
            "the terminal '\(name)' (TERM) cannot move its cursor, which the console needs; "
                + "set TERM to what it really is, or use a command such as 'larder stores list'"
        case .busy: "the terminal is in use by this process already"
        case .system(let number): "the terminal could not be set up (error \(number) of the system)"
        }
    }
}
