import FeatureModel

/// A job's metrics as a person reads them.
enum JobMetricsText {
    static func write(_ metrics: JobMetrics) -> String {
        let last = metrics.samples.last
        var facts: [(name: String, value: String)] = [
            ("measured", last?.at.description ?? "not in the last half hour"),
            ("rows/s", number(metrics.rowsPerSecond.last ?? nil)),
            ("set aside/s", number(metrics.failuresPerSecond.last ?? nil)),
            ("behind", last?.lagRows.map { "\($0) rows" } ?? "unknown"),
            ("event lag", lag(last?.eventLag50, last?.eventLag99)),
        ]
        for set in metrics.featureSets {
            let missing = set.missingShare.map { ", \(number($0 * 100)) % missing" } ?? ""
            let text = "\(number(set.rowsPerSecond)) rows/s, \(set.totalRows) in all"
            facts.append((set.featureSet.description, text + ", lag " + lag(set.eventLag50, set.eventLag99) + missing))
        }
        for place in metrics.partitions {
            let committed = place.committed.map(String.init) ?? "nothing"
            facts.append(
                ("partition \(place.partition)", "\(place.lagRows) behind (\(committed) of \(place.end) committed)"))
        }
        return FactLines.write(facts)
    }

    private static func lag(_ half: Int64?, _ most: Int64?) -> String {
        guard let half, let most else { return "unknown" }
        return "\(half) ms for half of the rows, \(most) ms for 99 %"
    }

    private static func number(_ value: Double?) -> String {
        guard let value else { return "unknown" }
        let hundredths = (value * 100).rounded() / 100
        return hundredths == hundredths.rounded() ? "\(Int64(hundredths))" : "\(hundredths)"
    }
}
