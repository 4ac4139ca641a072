/// All series of one name, at one moment.
public struct MetricFamily: Sendable, Hashable {
    /// The name.
    public let name: String
    /// What it means, in one sentence.
    public let help: String
    /// What kind of metric it is.
    public let kind: MetricKind
    /// The series.
    public var series: [MetricSeries]

    /// Makes a family.
    ///
    /// - Parameter name: spelled as Prometheus wants it; what it does not take becomes `_`.
    public init(name: String, help: String, kind: MetricKind, series: [MetricSeries]) {
        self.name = MetricName.metric(name)
        self.help = help
        self.kind = kind
        self.series = series
    }
}
