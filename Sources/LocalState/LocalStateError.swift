/// A failure of the job-state database, told so that a person can act on it.
///
/// Holds no values of settings: SQL arguments are never part of it.
public struct LocalStateError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind.
    public let code: LocalStateErrorCode
    /// What is wrong and with what, in one sentence.
    public let message: String
    /// What to do about it, where there is something.
    public let hint: String?

    /// Makes an error.
    public init(_ code: LocalStateErrorCode, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// Message and hint in one line.
    public var description: String { hint.map { "\(message); \($0)" } ?? message }

    static func unwritable(_ path: String) -> LocalStateError {
        LocalStateError(
            .unwritable, "cannot write the job-state database \(path)",
            hint: "check the rights of the file and its folder, or name another folder with 'state:' in larder.yaml")
    }
}
