public import TextCanvas

/// A question before something changes. The screen gathers the targets' current state first; the effect that carries
/// the confirmed message out checks again.
public struct ChangeConfirmation: Sendable, Hashable {
    /// How hard it is to say yes.
    public enum Level: Int, Sendable, Hashable, Comparable {
        /// Undoable: one line, `Suspend ing-2b77? y/N`.
        case line = 1
        /// A dialog; Cancel has the focus.
        case dialog = 2
        /// A dialog in which a name or a count has to be typed.
        case typed = 3

        /// Easier ones come first.
        public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// How hard it is to say yes; a protected context adds one.
    public var level: Level
    /// The question: `Stop 2 ingestion jobs`.
    public var title: String
    /// The targets with their current state, one line each.
    public var targets: [[TextRun]]
    /// What happens then, in sentences.
    public var consequence: String
    /// The command line that does the same: `larder jobs stop ing-0aa4 --wait`.
    public var command: String
    /// What the button says: `Stop 1 job`.
    public var button: String
    /// What must be typed at level 3: the name, or the count as digits.
    public var expected: String
    /// What the field asks for: `Type the number of jobs to stop:`.
    public var request: String

    /// Makes a question.
    public init(
        _ level: Level, title: String, targets: [[TextRun]] = [], consequence: String = "", command: String = "",
        button: String, expected: String = "", request: String = ""
    ) {
        self.level = level
        self.title = title
        self.targets = targets
        self.consequence = consequence
        self.command = command
        self.button = button
        self.expected = expected
        self.request = request
    }
}
