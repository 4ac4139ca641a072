/// One series of a family, at one moment.
public struct MetricSeries: Sendable, Hashable {
    /// What is read of a series.
    public enum Reading: Sendable, Hashable {
        /// Of a counter or gauge.
        case number(Double)
        /// Of a histogram.
        case histogram(HistogramReading)
    }

    /// What tells it from the others of its family.
    public let labels: MetricLabels
    /// What is read.
    public let reading: Reading

    /// Makes a series of a histogram.
    public init(_ labels: MetricLabels, _ histogram: HistogramReading) {
        self.labels = labels
        reading = .histogram(histogram)
    }

    /// Makes a series of a counter or gauge.
    public init(_ labels: MetricLabels, _ number: Double) {
        self.labels = labels
        reading = .number(number)
    }
}
