/// A message to the operator: shown on the message line, kept under `!`.
public struct Notice: Sendable, Hashable {
    /// How much it matters.
    public enum Level: Int, Sendable, Hashable, Comparable, CaseIterable {
        case note, done, warning, error

        /// Lesser ones come first.
        public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// How much it matters.
    public let level: Level
    /// One line; what did not fit is in the messages view.
    public let text: String
    /// More lines, for the messages view.
    public let detail: String

    /// Makes a notice.
    public init(_ level: Level, _ text: String, detail: String = "") {
        self.level = level
        self.text = text
        self.detail = detail
    }

    /// A notice of a problem: what failed, and what to do in the detail.
    public init(_ problem: Problem) {
        self.init(problem.isUnsupported ? .note : .error, problem.message, detail: problem.hint ?? "")
    }
}
