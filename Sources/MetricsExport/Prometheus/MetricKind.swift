/// What kind of metric a family is, by the word of Prometheus's text format.
public enum MetricKind: String, Sendable, Hashable {
    /// A number that only grows, until its process begins anew.
    case counter
    /// A number that goes up and down.
    case gauge
    /// How many values were not above each of some bounds.
    case histogram
}
