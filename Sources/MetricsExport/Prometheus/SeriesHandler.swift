/// What is counted for one series.
protocol SeriesHandler: AnyObject, Sendable {
    /// The kind of metric it belongs to.
    static var kind: MetricKind { get }
    /// What is read of it now.
    func series(_ labels: MetricLabels) -> MetricSeries
}
