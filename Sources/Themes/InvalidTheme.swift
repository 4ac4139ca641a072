/// A theme that cannot be used, with everything found wrong in it.
public struct InvalidTheme: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, in the order of the file; never empty.
    public var problems: [ThemeProblem]

    /// Makes the error.
    public init(_ problems: [ThemeProblem]) {
        self.problems = problems
    }

    /// One line per problem.
    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
