import FeatureModel
import MetricsExport
import StorageLayers

/// A meter's readings as metrics for Prometheus.
enum StoreCallMetrics {
    /// Of a meter's powers of two of microseconds, those that bound a bucket: from 256 to a minute.
    private static let powers = Array(stride(from: 8, through: 26, by: 2))

    static func families(of readings: [MeterReading]) -> [MetricFamily] {
        [
            MetricFamily(
                name: "larder_store_call_seconds", help: "How long calls of stores and sources took.",
                kind: .histogram, series: readings.map { MetricSeries(labels(of: $0), histogram(of: $0)) }),
            counter("larder_store_call_failures_total", "Calls that ended with an error.", readings, \.failures),
            counter("larder_store_call_retries_total", "Attempts after the first.", readings, \.retries),
            counter(
                "larder_store_call_items_total", "Rows, keys, records or letters in the calls that went well.",
                readings, \.items),
        ]
    }

    private static func counter(
        _ name: String, _ help: String, _ readings: [MeterReading], _ value: (MeterReading) -> Int64
    ) -> MetricFamily {
        MetricFamily(
            name: name, help: help, kind: .counter,
            series: readings.map { MetricSeries(labels(of: $0), Double(value($0))) })
    }

    /// A source has no store's name; an empty label is none.
    private static func labels(of reading: MeterReading) -> MetricLabels {
        let store = reading.store.map { [("store", $0.rawValue)] } ?? []
        return MetricLabels([("connector", reading.connector), ("operation", name(of: reading.operation))] + store)
    }

    /// The plug's own word for what is called, such as `read_source`.
    private static func name(of operation: StoreCall.Operation) -> String {
        "\(operation)".map { $0.isUppercase ? "_\($0.lowercased())" : "\($0)" }.joined()
    }

    private static func histogram(of reading: MeterReading) -> HistogramReading {
        var counts = [Int64](repeating: 0, count: powers.count + 1)
        for (power, count) in reading.histogram.enumerated() {
            counts[powers.firstIndex { power <= $0 } ?? powers.count] += count
        }
        return HistogramReading(
            bounds: powers.map { Double(Int64(1) << Int64($0)) / 1_000_000 }, counts: counts,
            sum: reading.total / .seconds(1))
    }
}
