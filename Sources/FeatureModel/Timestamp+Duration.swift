extension Timestamp {
    /// The instant a span later, or earlier where the span is negative.
    public func advanced(by duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        let nanoseconds = Int64(self.nanoseconds) + attoseconds / 1_000_000_000
        let (carry, rest) = nanoseconds.quotientAndRemainderRoundingDown(by: 1_000_000_000)
        return Timestamp(seconds: self.seconds &+ seconds &+ carry, nanoseconds: Int32(rest))
    }

    /// The span from `other` to this instant, to the nanosecond.
    public func duration(since other: Timestamp) -> Duration {
        .seconds(seconds - other.seconds) + .nanoseconds(Int64(nanoseconds) - Int64(other.nanoseconds))
    }
}
