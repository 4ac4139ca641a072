/// What came of checking one clause.
public enum ClauseOutcome: Sendable, Equatable, CustomStringConvertible {
    /// The connector keeps it.
    case passed
    /// The connector breaks it; what was expected and what was seen.
    case violated(String)
    /// It asks nothing of this connector; why.
    case notApplicable(String)

    /// What was expected and what was seen, where the clause is broken. A test expects this to be nil.
    public var violation: String? {
        if case .violated(let facts) = self { facts } else { nil }
    }

    /// The outcome in one line.
    public var description: String {
        switch self {
        case .passed: "passed"
        case .violated(let facts): "violated: \(facts)"
        case .notApplicable(let reason): "not applicable: \(reason)"
        }
    }
}
