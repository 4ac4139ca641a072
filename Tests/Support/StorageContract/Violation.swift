/// A promise that was broken: thrown by the check of a ``Clause``.
public struct Violation: Error, Sendable, Equatable, CustomStringConvertible {
    /// What was expected and what was seen.
    public let facts: String

    /// Makes a violation.
    public init(_ facts: String) {
        self.facts = facts
    }

    /// The facts.
    public var description: String { facts }
}

/// Breaks the clause when a condition does not hold.
///
/// - Parameters:
///   - condition: what the contract promises.
///   - facts: what was expected and what was seen.
public func require(_ condition: Bool, _ facts: @autoclosure () -> String) throws {
    guard condition else { throw Violation(facts()) }
}
