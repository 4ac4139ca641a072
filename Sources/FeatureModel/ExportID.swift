/// The id of a historical export, such as `exp-7f3a91c0`.
public struct ExportID: TextIdentifier {
    /// The text.
    public let rawValue: String

    /// Wraps text.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
