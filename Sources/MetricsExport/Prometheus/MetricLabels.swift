/// The labels of one series, in the order of their names.
public struct MetricLabels: Sendable, Hashable, Comparable {
    /// A label.
    struct Label: Sendable, Hashable {
        let name: String
        let value: String
    }

    /// No labels.
    public static let none = MetricLabels([])

    let labels: [Label]

    /// Makes labels. Names are spelled as Prometheus wants them, whatever stands in for a character that it does not
    /// take is `_`; of two labels of one name the last counts.
    public init(_ pairs: [(String, String)]) {
        let named = Dictionary(pairs.map { (MetricName.label($0), $1) }) { _, last in last }
        labels = named.map { Label(name: $0, value: $1) }.sorted { $0.name < $1.name }
    }

    /// Orders by the first label that differs.
    public static func < (left: MetricLabels, right: MetricLabels) -> Bool {
        left.labels.lexicographicallyPrecedes(right.labels) { ($0.name, $0.value) < ($1.name, $1.value) }
    }
}
