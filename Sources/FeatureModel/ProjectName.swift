/// The name of a project, the name space of feature sets.
public struct ProjectName: TextIdentifier {
    /// The text.
    public let rawValue: String

    /// Wraps text.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
