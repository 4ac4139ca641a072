/// Why an operation did not do what was asked, for any door: screens make a notice of it, commands a message and an
/// exit code.
public struct OperationError: Error, Sendable, Hashable {
    /// What kind of failure; a closed set. Exit codes follow from it.
    public enum Code: String, Sendable, CaseIterable {
        /// It was tried and failed (exit 1).
        case failed
        /// A request that can never work: wrong words, wrong settings, an unsupported combination (exit 2).
        case invalid
        /// A service cannot be reached; trying again may help (exit 3).
        case unreachable
        /// Waited as long as was allowed (exit 4).
        case timedOut = "timed out"
        /// There is no such thing (exit 5).
        case notFound = "not found"
        /// Not allowed: read-only, unconfirmed, an immutable part, an output that exists (exit 6).
        case refused
        /// Somebody asked to stop (exit 130).
        case interrupted
    }

    /// The kind of failure.
    public let code: Code
    /// What is wrong and where, in one sentence.
    public let message: String
    /// What it is about: a store's name, a file and line, a reference.
    public let target: String?
    /// What to do, in one sentence.
    public let hint: String?

    /// Makes an error.
    public init(_ code: Code, _ message: String, target: String? = nil, hint: String? = nil) {
        self.code = code
        self.message = message
        self.target = target
        self.hint = hint
    }
}

extension OperationError: CustomStringConvertible {
    /// Message and hint in one line.
    public var description: String { hint.map { "\(message); \($0)" } ?? message }
}
