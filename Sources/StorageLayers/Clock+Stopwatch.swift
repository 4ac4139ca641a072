extension Clock<Duration> {
    /// Tells, whenever it is asked, how much time has passed since this call.
    func stopwatch() -> @Sendable () -> Duration {
        let start = now
        return { start.duration(to: now) }
    }
}
