/// How many values a histogram has seen, and where they lie.
public struct HistogramReading: Sendable, Hashable {
    /// The upper bounds of the buckets, ascending, without infinity.
    public let bounds: [Double]
    /// Per bound: how many values lie at or below it and above the one before. As many as bounds, or one more: those
    /// above the last.
    public let counts: [Int64]
    /// The sum of all values.
    public let sum: Double

    /// Makes a reading.
    public init(bounds: [Double], counts: [Int64], sum: Double) {
        self.bounds = bounds
        self.counts = counts
        self.sum = sum
    }
}
