/// How a view keeps its data fresh: by a timer, and whenever something may have changed.
struct Refreshing: Sendable {
    /// How often it asks by itself.
    let interval: Duration
    /// Yields whenever something may have changed.
    let changes: @Sendable () -> AsyncStream<Void>
}
