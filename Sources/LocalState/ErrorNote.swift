/// What to do with the last error that a job shows.
public enum ErrorNote: Sendable, Hashable {
    /// Leave it.
    case keep
    /// It is over.
    case clear
    /// A new one, in one sentence without secrets.
    case set(String)
}
