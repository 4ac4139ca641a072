/// The name of a store in the configuration or the registry.
public struct StoreName: TextIdentifier {
    /// The text.
    public let rawValue: String

    /// Wraps text.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
