import Foundation
import Testing

extension MissingBackend {
    /// Starts what a test needs, and skips the test with the reason where this machine does not have it. With
    /// `REQUIRE_BACKENDS=1` in the environment nothing is skipped: the test fails.
    public static func orSkip<Backend>(_ start: () throws -> Backend) throws -> Backend {
        do {
            return try start()
        } catch let missing as MissingBackend {
            if ProcessInfo.processInfo.environment["REQUIRE_BACKENDS"] == "1" { throw missing }
            try Test.cancel("\(missing)")
        }
    }
}
