/// Why something did not work, in words for the operator.
public struct Problem: Error, Sendable, Hashable {
    /// What failed and why, one sentence without secrets.
    public let message: String
    /// What to do about it; nil when there is nothing to say.
    public let hint: String?
    /// True when the backend cannot do this at all: nothing failed, there is just no such thing.
    public let isUnsupported: Bool

    /// Makes a problem.
    public init(_ message: String, hint: String? = nil, isUnsupported: Bool = false) {
        self.message = message
        self.hint = hint
        self.isUnsupported = isUnsupported
    }
}
