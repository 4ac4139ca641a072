/// The id of a dead letter.
public struct DeadLetterID: TextIdentifier {
    /// The text.
    public let rawValue: String

    /// Wraps text.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
