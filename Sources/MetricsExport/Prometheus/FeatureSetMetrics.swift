import CoreMetrics
import FeatureModel
import Ingestion
import StorageAPI

/// The metrics of one feature set within a job, found once and not for every batch.
struct FeatureSetMetrics: Sendable {
    let features: [Feature]
    private let written: Counter
    private let lag: HistogramHandler
    private let missing: [Counter]

    init(_ featureSet: FeatureSet, _ labels: [(String, String)], in exporter: PrometheusExporter) {
        features = featureSet.features
        written = Counter(label: "larder_rows_written_total", dimensions: labels, factory: exporter)
        lag = exporter.histogram("larder_row_lag_seconds", labels)
        missing = featureSet.features.map { feature in
            Counter(
                label: "larder_feature_values_missing_total", dimensions: labels + [("feature", feature.name)],
                factory: exporter)
        }
    }

    func count(_ batch: RowBatch, at now: Timestamp) {
        written.increment(by: batch.rows.count)
        lag.record(contentsOf: batch.rows.lazy.compactMap { $0.lagMilliseconds(at: now) }.map { $0 / 1_000 })
        for (index, counter) in missing.enumerated() {
            let count = batch.rows.count { $0.features[index] == nil }
            if count > 0 { counter.increment(by: count) }
        }
    }
}
