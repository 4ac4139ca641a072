/// What is known of a metric before anything is counted.
public struct MetricDescription: Sendable, Hashable {
    /// The name.
    public let name: String
    /// What it means, in one sentence.
    public let help: String
    /// The upper bounds of a histogram's buckets, ascending; nil for other kinds, and for the usual ones.
    public let bounds: [Double]?

    /// Makes a description.
    public init(_ name: String, _ help: String, bounds: [Double]? = nil) {
        self.name = name
        self.help = help
        self.bounds = bounds
    }
}
