import Dispatch

/// Holds an engine's thread until a test opens it. Whoever passes later is not held.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    /// Waits for ``open()``.
    func pass() {
        semaphore.wait()
        semaphore.signal()
    }

    /// Lets everybody through, now and later.
    func open() {
        semaphore.signal()
    }
}
