import FeatureModel
import MetricsExport

/// What is the same for as long as a process runs.
enum ProcessMetrics {
    static func families(version: String, startedAt: Timestamp) -> [MetricFamily] {
        [
            MetricFamily(
                name: "larder_build_info", help: "Always 1; the version is a label.", kind: .gauge,
                series: [MetricSeries(MetricLabels([("version", version)]), 1)]),
            MetricFamily(
                name: "process_start_time_seconds", help: "When the process began, since the epoch.", kind: .gauge,
                series: [
                    MetricSeries(.none, Double(startedAt.seconds) + Double(startedAt.nanoseconds) / 1_000_000_000)
                ]),
        ]
    }
}
