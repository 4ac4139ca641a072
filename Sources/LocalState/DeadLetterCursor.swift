public import FeatureModel

/// A place in the list of dead letters: behind this letter, that is, older than it.
public struct DeadLetterCursor: Sendable, Hashable {
    /// When the letter was set aside.
    public let at: Timestamp
    /// Its id, which decides between letters of the same time.
    public let id: DeadLetterID

    /// Makes a cursor.
    public init(at: Timestamp, id: DeadLetterID) {
        self.at = at
        self.id = id
    }

    /// The place behind a letter.
    public init(_ letter: DeadLetter) {
        self.init(at: letter.at, id: letter.id)
    }
}
