public import FeatureModel

/// A page of dead letters, of all places that keep some.
public struct DeadLetterPage: Sendable, Hashable {
    /// The letters, newest first.
    public let letters: [DeadLetter]
    /// How many the query means in all.
    public let total: Int64
    /// Stores that did not answer, and why.
    public let missing: [NamedHealth]

    /// Makes a page.
    public init(letters: [DeadLetter], total: Int64, missing: [NamedHealth] = []) {
        self.letters = letters
        self.total = total
        self.missing = missing
    }
}
