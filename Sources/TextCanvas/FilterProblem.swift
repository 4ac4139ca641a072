/// Why a filter's text cannot be used.
public struct FilterProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The word that is wrong.
    public let word: String
    /// What is wrong with it.
    public let reason: String

    /// Makes a problem.
    public init(word: String, reason: String) {
        self.word = word
        self.reason = reason
    }

    /// One sentence for the message line or standard error.
    public var description: String { "filter: \(SafeText.escaped(word)): \(reason)" }
}
