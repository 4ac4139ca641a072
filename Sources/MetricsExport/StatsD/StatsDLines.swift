import FeatureModel
public import Ingestion

/// Renders the measures of a window as StatsD metrics with Feast's names and DogStatsD tags.
public struct StatsDLines: Sendable {
    private static let prefix = "feast_ingestion."
    private static let lagPercents = [90.0, 95, 99]
    private static let valuePercents = [25.0, 50, 90, 95, 99]

    private let identity: IngestionIdentity

    /// Makes a renderer for a job.
    public init(identity: IngestionIdentity) {
        self.identity = identity
    }

    /// The metrics of a window, in the order of its sets and their features. Lines that stand in one element belong
    /// together: sent apart or in another order they mean something else.
    public func lines(for window: [FeatureSetMeasures]) -> [[String]] {
        window.flatMap(lines)
    }

    private func lines(for measures: FeatureSetMeasures) -> [[String]] {
        let tags = tags(of: measures)
        var lines: [[String]] = []
        if measures.refusedRows > 0 { lines.append(counter("deadletter_row_count", measures.refusedRows, tags)) }
        guard measures.rowsWritten > 0 else { return lines }
        lines.append(counter("feature_row_ingested_count", measures.rowsWritten, tags))
        lines += gauges("feature_row_lag_ms", measures.rowLag, Self.lagPercents, tags)
        for feature in measures.features {
            lines += self.lines(for: feature, tags + [StatsDTag("feast_feature_name", feature.name)])
        }
        return lines
    }

    private func lines(for feature: FeatureMeasures, _ tags: [StatsDTag]) -> [[String]] {
        gauges("feature_value_lag_ms", feature.valueLag, Self.lagPercents, tags)
            + [counter("feature_value_missing_count", feature.missing, tags)]
            + (feature.values.map { gauges("feature_value", $0, Self.valuePercents, tags) } ?? [])
    }

    private func tags(of measures: FeatureSetMeasures) -> [StatsDTag] {
        [
            StatsDTag("feast_store", identity.store.rawValue),
            StatsDTag("feast_project_name", measures.featureSet.project.rawValue),
            StatsDTag("feast_featureSet_name", measures.featureSet.name),
            StatsDTag("ingestion_job_name", identity.job.rawValue),
        ]
    }

    private func counter(_ name: String, _ count: Int, _ tags: [StatsDTag]) -> [String] {
        [line(name, "\(count)", "c", tags)]
    }

    private func gauges(
        _ name: String, _ distribution: Distribution, _ percents: [Double], _ tags: [StatsDTag]
    ) -> [[String]] {
        guard let least = distribution.minimum, let greatest = distribution.maximum, let mean = distribution.mean else {
            return []
        }
        let named = [("min", least), ("max", greatest), ("mean", mean)]
        let percentiles = zip(percents, distribution.percentiles(percents)).map { percent, value in
            ("percentile_\(Int(percent))", value)
        }
        return (named + percentiles).compactMap { suffix, value in gauge("\(name)_\(suffix)", value, tags) }
    }

    /// A gauge with a sign is a difference to what it was: a negative value is reached from zero.
    private func gauge(_ name: String, _ value: Double, _ tags: [StatsDTag]) -> [String]? {
        guard let text = StatsDNumber.text(value) else { return nil }
        let line = line(name, text, "g", tags)
        return text.hasPrefix("-") ? [self.line(name, "0", "g", tags), line] : [line]
    }

    private func line(_ name: String, _ value: String, _ kind: String, _ tags: [StatsDTag]) -> String {
        "\(Self.prefix)\(name):\(value)|\(kind)|#\(tags.map(\.text).joined(separator: ","))"
    }
}
