public import FeatureModel

/// The id of a clause: the contract, a dot and what it is about, such as `sink.older-later`.
public struct ClauseID: TextIdentifier {
    /// The text.
    public let rawValue: String

    /// Wraps text.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
