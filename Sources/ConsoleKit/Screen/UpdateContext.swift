public import TextCanvas

/// What an update may know of the world; everything else is in the message or the state.
public struct UpdateContext: Sendable, Hashable {
    /// The time.
    public let now: WallTime

    /// Makes a context.
    public init(now: WallTime) {
        self.now = now
    }
}
