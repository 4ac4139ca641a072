public import TextCanvas

/// The console's two clocks: one for dates, one for waiting. Both are handed in, so that pictures and tests stand still.
public struct ConsoleClock: Sendable {
    /// The time of day, as shown.
    public let wall: @Sendable () -> WallTime
    /// Time that passed since some fixed moment; never goes back.
    public let elapsed: @Sendable () -> Duration

    /// Makes a clock.
    public init(wall: @escaping @Sendable () -> WallTime, elapsed: @escaping @Sendable () -> Duration) {
        self.wall = wall
        self.elapsed = elapsed
    }
}
