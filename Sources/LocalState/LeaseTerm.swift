import FeatureModel

/// How long a holder that is not heard of keeps what it holds.
struct LeaseTerm {
    let duration: Duration

    /// True when the last sign of life is more than the term away, in whichever direction: after the clock was set
    /// back, a sign from the future would keep a dead holder alive for hours.
    func hasExpired(since heartbeat: Timestamp, at now: Timestamp) -> Bool {
        let age =
            Duration.seconds(now.seconds - heartbeat.seconds)
            + .nanoseconds(Int64(now.nanoseconds) - Int64(heartbeat.nanoseconds))
        return age > duration || age < .zero - duration
    }
}
