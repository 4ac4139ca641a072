import Synchronization
public import TextCanvas

/// A clock that only moves when it is told to: for pictures and tests.
public final class SteppedClock: Sendable {
    private let start: WallTime
    private let passed = Mutex(Duration.zero)

    /// Makes a clock that stands at a time.
    public init(_ start: WallTime) {
        self.start = start
    }

    /// Moves the time on.
    public func advance(by duration: Duration) {
        passed.withLock { $0 += duration }
    }

    /// The clock to hand in.
    public var clock: ConsoleClock {
        ConsoleClock(
            wall: { self.start.advanced(by: self.passed.withLock { $0 }) }, elapsed: { self.passed.withLock { $0 } })
    }
}
