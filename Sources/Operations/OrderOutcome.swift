/// What an order to one target did: changing operations answer per target.
public struct OrderOutcome: Sendable, Hashable {
    /// The word for it.
    public enum Result: String, Sendable, Hashable {
        /// It was ordered, and the ledger says so.
        case done
        /// Nothing had to be done.
        case skipped
        /// It was refused or failed.
        case failed
    }

    /// The target's id.
    public let target: String
    /// What became of it.
    public let result: Result
    /// Why, or what follows.
    public let message: String

    /// Makes an outcome.
    public init(target: String, result: Result, message: String) {
        self.target = target
        self.result = result
        self.message = message
    }
}
