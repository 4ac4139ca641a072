/// The moment at which a wait ends.
struct Deadline {
    private let instant: ContinuousClock.Instant

    init(after duration: Duration) {
        instant = .now + duration
    }

    /// What is left, in the milliseconds that `poll` takes; rounded up, 0 when the time is up.
    var remainingMilliseconds: Int32 {
        let left = instant - .now
        guard left > .zero else { return 0 }
        let (seconds, attoseconds) = left.components
        let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: milliseconds)
    }

    /// The deadline of one of `count` things that share what is left.
    func share(amongst count: Int) -> Deadline {
        Deadline(after: .milliseconds(Int(remainingMilliseconds) / max(1, count)))
    }
}
