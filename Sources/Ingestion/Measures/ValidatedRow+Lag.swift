public import FeatureModel

extension ValidatedRow {
    /// Milliseconds from the event time to a moment, negative where the event lies ahead; nil for the epoch, which
    /// stands for a time that is not known.
    public func lagMilliseconds(at now: Timestamp) -> Double? {
        guard eventTimestamp != .zero else { return nil }
        let seconds = Double(now.seconds) - Double(eventTimestamp.seconds)
        return seconds * 1_000 + Double(now.nanoseconds - eventTimestamp.nanoseconds) / 1_000_000
    }
}
