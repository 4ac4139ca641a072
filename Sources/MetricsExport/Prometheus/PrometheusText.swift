/// Prometheus's text exposition format, version 0.0.4.
public enum PrometheusText {
    /// The media type of the format.
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// Renders families in the order of their names, series in the order of their labels: the same metrics give the
    /// same text.
    public static func rendered(_ families: [MetricFamily]) -> String {
        var text = ""
        for family in families.sorted(by: { $0.name < $1.name }) where !family.series.isEmpty {
            text += "# HELP \(family.name) \(escapedHelp(family.help))\n# TYPE \(family.name) \(family.kind.rawValue)\n"
            for series in family.series.sorted(by: { $0.labels < $1.labels }) { append(series, of: family, to: &text) }
        }
        return text
    }

    private static func append(_ series: MetricSeries, of family: MetricFamily, to text: inout String) {
        let labels = series.labels.labels.map { "\($0.name)=\"\(escapedValue($0.value))\"" }
        switch series.reading {
        case .number(let number): text += line(family.name, labels, self.number(number))
        case .histogram(let histogram): append(histogram, family.name, labels, to: &text)
        }
    }

    private static func append(
        _ histogram: HistogramReading, _ name: String, _ labels: [String], to text: inout String
    ) {
        var total: Int64 = 0
        for (bound, count) in zip(histogram.bounds, histogram.counts) {
            total += count
            text += line("\(name)_bucket", labels + ["le=\"\(number(bound))\""], "\(total)")
        }
        total = histogram.counts.reduce(0, +)
        text += line("\(name)_bucket", labels + ["le=\"+Inf\""], "\(total)")
        text += line("\(name)_sum", labels, number(histogram.sum))
        text += line("\(name)_count", labels, "\(total)")
    }

    private static func line(_ name: String, _ labels: [String], _ value: String) -> String {
        "\(name)\(labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}") \(value)\n"
    }

    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-Inf" : "+Inf" }
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func escapedHelp(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }

    private static func escapedValue(_ text: String) -> String {
        escapedHelp(text).replacing("\"", with: "\\\"")
    }
}
