import Glibc

/// A call to the system that failed.
public struct POSIXFailure: Error, CustomStringConvertible {
    /// What was being done.
    public let action: String
    /// The error's number.
    public let code: Int32

    /// Makes a failure.
    public init(_ action: String, _ code: Int32) {
        self.action = action
        self.code = code
    }

    /// What failed and why.
    public var description: String { "cannot \(action): \(String(cString: strerror(code)))" }
}
