/// What applying one document did.
public struct ApplyOutcome: Sendable, Hashable {
    /// The word for it.
    public enum Result: String, Sendable, Hashable {
        case created
        case updated
        case noChange = "no change"
    }

    /// What was applied: `project/name` of a feature set, the name of a store.
    public let name: String
    /// What became of it.
    public let result: Result
    /// What changed, a phrase each; empty for no change.
    public let changes: [String]

    /// Makes an outcome.
    public init(name: String, result: Result, changes: [String]) {
        self.name = name
        self.result = result
        self.changes = changes
    }
}
