/// What went wrong with a pseudo-terminal.
public enum PseudoTerminalError: Error, Sendable, CustomStringConvertible {
    /// The system refused; what, and the number of the error.
    case system(String, Int32)
    /// What was waited for did not come; with the screen as it was at last.
    case timedOut(awaiting: String, screen: String)
    /// The program ended before what was waited for came.
    case ended(awaiting: String, status: PseudoTerminal.ExitStatus, screen: String)

    /// One sentence, and the screen.
    public var description: String {
        switch self {
        case .system(let what, let number): "\(what) failed with error \(number)"
        case .timedOut(let what, let screen): "\(what) did not come; the screen was:\n\(screen)"
        case .ended(let what, let status, let screen): "\(status) before \(what); the screen was:\n\(screen)"
        }
    }
}
