/// Why a console ended.
public enum ConsoleExit: Sendable, Hashable {
    /// The operator quit.
    case quit
    /// The terminal went away, or a signal asked the program to end: the terminal knows which.
    case terminalClosed
}
