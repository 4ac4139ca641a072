/// A program that a test needs is not on this machine: a reason to skip the test, or, where continuous integration
/// promises that all are there (`REQUIRE_BACKENDS=1`), to fail it.
public struct MissingBackend: Error, CustomStringConvertible {
    /// The program's name.
    public let program: String

    /// Makes an error.
    public init(program: String) {
        self.program = program
    }

    /// What is missing and what to do.
    public var description: String { "\(program) is not in PATH; install it, or see `make deps`" }
}
