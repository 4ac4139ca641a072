import CoreMetrics
public import FeatureModel
public import Ingestion
public import StorageAPI
import Synchronization

/// The metrics of one job at work, for Prometheus: what the job tells its observers, and what its ledger hears.
public final class IngestionMetrics: RowObserver {
    private let exporter: PrometheusExporter
    private let jobLabels: [(String, String)]
    private let sets = Mutex<[FeatureSetReference: FeatureSetMetrics]>([:])
    private let ignored: Counter
    private let trouble: Gauge
    private let partitionLags = Mutex<[Int32: Gauge]>([:])
    private let lagRecords: Gauge
    private let lagSeconds: Gauge

    /// Makes the metrics of a job.
    ///
    /// - Parameters:
    ///   - identity: what the job is.
    ///   - exporter: keeps the metrics; begun with ``descriptions``.
    public init(identity: IngestionIdentity, in exporter: PrometheusExporter) {
        self.exporter = exporter
        jobLabels = [("store", identity.store.rawValue), ("job", identity.job.rawValue)]
        ignored = Counter(label: "larder_rows_ignored_total", dimensions: jobLabels, factory: exporter)
        trouble = Gauge(label: "larder_job_waiting", dimensions: jobLabels, factory: exporter)
        lagRecords = Gauge(label: "larder_source_lag_records", dimensions: jobLabels, factory: exporter)
        lagSeconds = Gauge(label: "larder_source_lag_seconds", dimensions: jobLabels, factory: exporter)
        trouble.record(0)
    }

    /// What the metrics mean.
    public static let descriptions = [
        MetricDescription("larder_rows_written_total", "Rows that the store has taken."),
        MetricDescription("larder_rows_failed_total", "Rows that were set aside as dead letters, by reason."),
        MetricDescription("larder_rows_ignored_total", "Rows that the store does not subscribe to."),
        MetricDescription("larder_feature_values_missing_total", "Rows written without a value of the feature."),
        MetricDescription(
            "larder_row_lag_seconds", "Time from a row's event to its writing.",
            bounds: [0.01, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 21_600, 86_400, 604_800, 2_592_000]),
        MetricDescription("larder_job_waiting", "1 while trouble with a store or source holds the job up, else 0."),
        MetricDescription("larder_source_lag_records", "Records that wait in the source."),
        MetricDescription("larder_partition_lag_records", "Records that wait in a partition that this worker reads."),
        MetricDescription("larder_source_lag_seconds", "Age of the oldest record that waits in the source."),
    ]

    /// Counts rows that the store has taken.
    public func wrote(_ rows: RowBatch, at now: Timestamp) {
        let metrics = sets.withLock { sets in
            let known = sets[rows.featureSet.reference]
            if let known, known.features == rows.featureSet.features { return known }
            let made = FeatureSetMetrics(rows.featureSet, setLabels(rows.featureSet.reference), in: exporter)
            sets[rows.featureSet.reference] = made
            return made
        }
        metrics.count(rows, at: now)
    }

    /// Counts rows that were set aside.
    public func setAside(_ letters: [DeadLetter]) {
        for (kind, group) in Dictionary(grouping: letters, by: FailedKind.init) {
            let labels = (kind.featureSet.map(setLabels) ?? jobLabels) + [("reason", kind.reason.label)]
            Counter(label: "larder_rows_failed_total", dimensions: labels, factory: exporter).increment(by: group.count)
        }
    }

    /// Counts rows that the store does not subscribe to.
    public func ignored(rows count: Int) { ignored.increment(by: count) }

    /// Notes whether trouble holds the job up.
    public func waits(_ isWaiting: Bool) { trouble.record(isWaiting ? 1 : 0) }

    /// Notes how far the job is behind its source.
    public func lags(_ lag: SourceLag, at now: Timestamp) {
        lagRecords.record(lag.records)
        recordPartitions(lag.partitions)
        lagSeconds.record(lag.oldest.map { max(0, now.duration(since: $0) / .seconds(1)) } ?? 0)
    }

    /// A partition that another worker has taken over is no longer told of here.
    private func recordPartitions(_ lags: [PartitionLag]) {
        partitionLags.withLock { gauges in
            let present = Set(lags.map(\.partition))
            for (partition, gauge) in gauges where !present.contains(partition) {
                gauge.destroy()
                gauges[partition] = nil
            }
            for lag in lags {
                let gauge = gauges[lag.partition] ?? partitionGauge(lag.partition)
                gauges[lag.partition] = gauge
                gauge.record(lag.records)
            }
        }
    }

    private func partitionGauge(_ partition: Int32) -> Gauge {
        Gauge(
            label: "larder_partition_lag_records", dimensions: jobLabels + [("partition", "\(partition)")],
            factory: exporter)
    }

    private func setLabels(_ reference: FeatureSetReference) -> [(String, String)] {
        jobLabels + [("project", reference.project.rawValue), ("feature_set", reference.name)]
    }

    private struct FailedKind: Hashable {
        let featureSet: FeatureSetReference?
        let reason: DeadLetterReason

        init(_ letter: DeadLetter) {
            // A set that nobody has registered has a name from the row: anything, and ever another.
            featureSet = letter.reason == .unknownFeatureSet ? nil : letter.featureSet
            reason = letter.reason
        }
    }
}

extension DeadLetterReason {
    /// The reason as the value of a label.
    fileprivate var label: String { rawValue.replacing(" ", with: "_") }
}
