/// Why a console ended.
public enum ConsoleExit: Sendable, Hashable {
    /// The operator quit.
    case quit
    /// The terminal went away.
    case terminalClosed
    /// A signal asked the program to end.
    case signal(Int32)
}
