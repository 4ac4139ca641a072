/// What the operator or the reconciler wants of a job; the worker reads it as its order.
public enum DesiredJobState: String, Sendable, Hashable, Codable {
    /// It should run.
    case running
    /// It should end, and stay ended until somebody starts it.
    case stopped
}
